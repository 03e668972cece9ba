import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf } from '@duban/application';
import type { Clock } from '@duban/kernel';
import { ProblemError, type Principal } from '@duban/nest';
import { conformanceOf, type CaseConformance } from '@duban/projections';
import { FreshQuery } from '../bus/fresh-query.ts';
import { CLOCK } from '../ports/ports.ts';
import { SeenHistories } from './seen-histories.ts';

type Asked = { readonly caseId: string; readonly asker: Principal };

/** The lawful order held against what happened in a case. */
export class CheckCase extends FreshQuery<Asked, CaseConformance> {}

@QueryHandler(CheckCase)
export class CheckCaseHandler implements IQueryHandler<CheckCase> {
  readonly #histories: SeenHistories;
  readonly #clock: Clock;

  constructor(histories: SeenHistories, @Inject(CLOCK) clock: Clock) {
    this.#histories = histories;
    this.#clock = clock;
  }

  async execute({ asked: { caseId, asker } }: CheckCase): Promise<CaseConformance> {
    const { events } = await this.#histories.of(caseId, asker);
    const found = conformanceOf(events, { today: legalDateOf(this.#clock.now()) });
    if (found === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    return found;
  }
}
