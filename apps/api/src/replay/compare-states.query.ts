import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseSeenBy } from '@duban/application';
import type { OpenedCase } from '@duban/domain';
import type { Question } from '@duban/nest';
import type { StateDifference } from '@duban/projections';
import { FreshQuery } from '../bus/fresh-query.ts';
import { untilOf } from './asked-moment.ts';
import type { DifferenceDto } from './replay.dto.ts';
import { SeenHistories } from './seen-histories.ts';

type Asked = { readonly caseId: string; readonly query: DifferenceDto; readonly question: Question };

/** What changed in a case between two moments, field by field. */
export class CompareStates extends FreshQuery<Asked, readonly StateDifference[]> {}

@QueryHandler(CompareStates)
export class CompareStatesHandler implements IQueryHandler<CompareStates> {
  readonly #histories: SeenHistories;

  constructor(histories: SeenHistories) {
    this.#histories = histories;
  }

  async execute({ asked: { caseId, query, question } }: CompareStates): Promise<readonly StateDifference[]> {
    const { replay, audience } = await this.#histories.of(caseId, question.principal);
    const { from = 'nothing', to, by } = query;
    const asked = { by, length: replay.length };
    const before = from === 'nothing' ? from : untilOf({ text: from, parameter: 'from', ...asked });
    const after = to === undefined ? to : untilOf({ text: to, parameter: 'to', ...asked });
    const seen = (state: OpenedCase): OpenedCase => caseSeenBy(state, audience);
    return replay.difference(before, after, question.language, seen);
  }
}
