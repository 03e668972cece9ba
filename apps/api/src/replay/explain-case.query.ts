import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProblemError, type Principal } from '@duban/nest';
import { wayTo, type ChainLink } from '@duban/projections';
import { FreshQuery } from '../bus/fresh-query.ts';
import { SeenHistories } from './seen-histories.ts';
import { seenChain } from './seen-history.ts';

type Asked = { readonly caseId: string; readonly event: string | undefined; readonly asker: Principal };

/** Commands, what each wrote and which dates it set going, and what led to it. */
export class ExplainCase extends FreshQuery<Asked, readonly ChainLink[]> {}

@QueryHandler(ExplainCase)
export class ExplainCaseHandler implements IQueryHandler<ExplainCase> {
  readonly #histories: SeenHistories;

  constructor(histories: SeenHistories) {
    this.#histories = histories;
  }

  /** @throws ProblemError `not-found` for an event that this case does not have, or not for the asker */
  async execute({ asked: { caseId, event, asker } }: ExplainCase): Promise<readonly ChainLink[]> {
    const { events, audience } = await this.#histories.of(caseId, asker);
    const chain = seenChain(events, audience);
    if (event === undefined) return chain;
    const way = wayTo(chain, event);
    if (way.length === 0) throw new ProblemError('not-found');
    return way;
  }
}
