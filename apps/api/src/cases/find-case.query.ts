import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProblemError, type Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { seenBy, seenCase, type SeenCase } from '../access/reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { CaseMomentDto } from './case.dto.ts';

type Asked = { readonly caseId: string; readonly moment?: CaseMomentDto; readonly asker: Principal };

/** A case, as it is or was at a moment, with what its reader is to it. */
export class FindCase extends FreshQuery<Asked, SeenCase> {}

const isPast = ({ asOf, version }: CaseMomentDto): boolean => asOf !== undefined || version !== undefined;

@QueryHandler(FindCase)
export class FindCaseHandler implements IQueryHandler<FindCase> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  /** Its visibility is judged on what is so now. */
  async execute({ asked: { caseId, moment = {}, asker } }: FindCase): Promise<SeenCase> {
    const now = await seenCase(this.#read, caseId, asker);
    if (!isPast(moment)) return now;
    const view = await this.#read.case(caseId, given(moment));
    if (view === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    return { ...now, view: seenBy(view, now.audience) };
  }
}
