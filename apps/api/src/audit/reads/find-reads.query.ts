import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { WhoSaw } from '@duban/contracts';
import { periodOf, whoCouldSee } from '@duban/installation';
import { ProblemError, type Principal } from '@duban/nest';
import { dayEnd } from '@duban/projections';
import type { ReadStore } from '@duban/read-store';
import { refuseRestricted } from '../../access/reach.ts';
import { FreshQuery } from '../../bus/fresh-query.ts';
import type { OfficeAudit } from '../../composition/open-audit.ts';
import { AUDIT, READ_STORE } from '../../ports/ports.ts';
import type { ReadsDto } from './reads.dto.ts';

type Asked = { readonly query: ReadsDto; readonly asker: Principal };

/** Who could see a case on some days, and who did. */
export class FindReads extends FreshQuery<Asked, WhoSaw> {}

@QueryHandler(FindReads)
export class FindReadsHandler implements IQueryHandler<FindReads> {
  readonly #read: ReadStore;
  readonly #reads: OfficeAudit['reads'];

  constructor(@Inject(READ_STORE) read: ReadStore, @Inject(AUDIT) { reads }: Pick<OfficeAudit, 'reads'>) {
    this.#read = read;
    this.#reads = reads;
  }

  async execute({ asked: { query, asker } }: FindReads): Promise<WhoSaw> {
    const { caseId, from, to } = query;
    const now = await this.#read.case(caseId);
    if (now === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    refuseRestricted(now.state, asker.role);
    const then = await this.#read.case(caseId, { asOf: dayEnd(to), by: 'recorded' });
    const couldSee = whoCouldSee(then?.state ?? null);
    return { couldSee, ...(await this.#reads.find(periodOf(caseId, from, to))) };
  }
}
