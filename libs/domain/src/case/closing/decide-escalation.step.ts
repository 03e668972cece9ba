import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { MEASURES_OF_COUNCIL } from '../../authority/deciding-bodies.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, id, text } from '../../schema/parts.ts';
import { escalationRef, itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { openChoice } from '../evaluation/ladder.ts';
import { findItem, withItem } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import type { Step } from '../step.ts';

const escalationDecided = closed({
  escalationId: escalationRef(),
  itemId: itemRef(),
  measure: text(),
  decidingBody: id(),
  meetingNo: text(),
});

export type EscalationDecided = Stored<'EscalationDecided', typeof escalationDecided>;

const sent = closed({
  itemId: itemRef(),
  escalationId: escalationRef(),
  measure: text(),
  decidingBody: id(),
  meetingNo: text(),
});

/** After the second "dissatisfied" the competent body has to choose, at a meeting, among the measures of the rule set (section 2.6). */
const refuseMeasure = (
  item: ItemState,
  { measure, decidingBody }: Data<typeof sent>,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const choice = openChoice(item, rules);
  if (choice === null) return null;
  const { decision, decidedAs } = context;
  if (decision !== undefined && decision.form !== 'meeting')
    return rejected('decision.form-not-allowed', { form: decision.form, allowed: ['meeting'] });
  if (decidedAs !== undefined && decidedAs !== choice.decidedBy)
    return rejected('escalation.body-not-competent', {
      decidingBody: decidedAs,
      competent: choice.decidedBy,
    });
  if (decidingBody !== choice.decidedBy) {
    return rejected('escalation.body-not-competent', { decidingBody, competent: choice.decidedBy });
  }
  return (choice.measures as readonly string[]).includes(measure)
    ? null
    : rejected('escalation.measure-not-listed', { measure, measures: choice.measures });
};

/** What the competent body decided collectively on an escalation (S1 art. 8); also after the item has ended. */
export const decideEscalation: Step<typeof sent, EscalationDecided> = {
  label: { zh: '决定升级督办', en: 'Decide on the escalation' },
  source: { supervision: [8, 17, 47, 51, 56] },
  data: sent,
  who: ['chairpersons-council'],
  decidedBy: MEASURES_OF_COUNCIL,
  at: [...OPEN_STAGES, ...ENDED_STAGES],
  when: ({ item }) => item.escalations.some(({ decision }) => decision === null),
  decide: (data, state, context) => {
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
  },
  events: {
    EscalationDecided: {
      data: escalationDecided,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) =>
        withItem(state, data.itemId, (item) => ({
          ...item,
          escalations: item.escalations.map((escalation) =>
            escalation.data.escalationId === data.escalationId
              ? { ...escalation, decision: data }
              : escalation,
          ),
        })),
    },
  },
};
