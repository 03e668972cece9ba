import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { CaseCommandData } from '../../case.commands.ts';
import type { Decide, DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { ItemState } from '../../case.state.ts';
import { ENDED_STAGES } from '../../case.vocabulary.ts';
import type { CommandContext } from '../../command-context.ts';
import { findItem, isOpen } from '../../item-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import { openChoice } from '../evaluation/ladder.ts';

const escalate: Decide<'Escalate'> = ({ itemId, level, reason }, state) => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  if (!isOpen(item))
    return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: ENDED_STAGES });
  const last = item.escalations.at(-1);
  if (
    last?.decision === null &&
    last.cycle === (item.cycle?.n ?? 0) &&
    sameFacts([last.data.level, last.data.reason], [level, reason])
  ) {
    return [];
  }
  const escalationId = `${itemId}-escalation-${item.escalations.length + 1}`;
  return [{ type: 'EscalationRaised', data: { escalationId, itemId, level, reason } }];
};

/** After the second "dissatisfied" the Council has to choose, and only among the measures of the rule set (section 2.6). */
const refuseMeasure = (
  item: ItemState,
  { measure, decidingBody }: CaseCommandData['DecideEscalation'],
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const choice = openChoice(item, rules);
  if (choice === null) return null;
  if (decidingBody !== choice.decidedBy) {
    return rejected('escalation.body-not-competent', { decidingBody, competent: choice.decidedBy });
  }
  return (choice.measures as readonly string[]).includes(measure)
    ? null
    : rejected('escalation.measure-not-listed', { measure, measures: choice.measures });
};

const decideEscalation: Decide<'DecideEscalation'> = (data, state, context) => {
  const item = findItem(state, data.itemId);
  if (isRejected(item)) return item;
  const escalation = item.escalations.find((raised) => raised.data.escalationId === data.escalationId);
  if (escalation === undefined) return rejected('escalation.unknown', { escalationId: data.escalationId });
  if (escalation.decision !== null) {
    return sameFacts(escalation.decision, data)
      ? []
      : rejected('escalation.decided', { escalationId: data.escalationId });
  }
  const refusal =
    escalation.data.level === 'chairpersons-council' ? refuseMeasure(item, data, context) : null;
  return refusal ?? [{ type: 'EscalationDecided', data }];
};

/** The engine may propose a rung of the ladder; raising and deciding it stay with people (S1 art. 8). */
export const escalationDecisions: DecisionsOf<'Escalate' | 'DecideEscalation'> = {
  Escalate: escalate,
  DecideEscalation: decideEscalation,
};
