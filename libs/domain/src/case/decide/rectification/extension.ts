import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { DueDate } from '../../../calendar/calendar.ts';
import { dueDate, fixedDueDate } from '../../../calendar/due-date.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { RuleSet } from '../../../ruleset/ruleset.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { CaseDecision, DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { Cycle, Extension, ItemState, OpenedCase } from '../../case.state.ts';
import type { ItemStage } from '../../case.vocabulary.ts';
import { actsFor, decidingBody, onlyFor, unlessHandledBy } from '../../competence.ts';
import type { CommandContext } from '../../command-context.ts';
import { activeAssignments, findItem, isOpen, unlessAt } from '../../item-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';

const RUNNING: readonly ItemStage[] = ['ASSIGNED', 'RECEIVED', 'RECTIFYING', 'REWORK', 'CONSULTING'];

type Asked = { readonly item: ItemState; readonly due: DueDate; readonly newDue: string };

const grantedIn = (cycle: Cycle | null): number =>
  cycle?.extensions.filter(({ decision }) => decision === 'granted').length ?? 0;

/** What the rule set lets the Chairpersons' Council grant; a date the Standing Committee fixed, it alone moves. */
const unlessGrantable = (
  { item, due, newDue }: Asked,
  { extensions }: RuleSet,
  { calendar }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (newDue <= due.date) return rejected('extension.not-later', { dueDate: due.date, newDue });
  if (item.fixedInResolution) return null;
  if (grantedIn(item.cycle) >= extensions.maximumCount) {
    return rejected('extension.limit-reached', {
      granted: grantedIn(item.cycle),
      limit: extensions.maximumCount,
    });
  }
  const latest = dueDate({ start: due.date, period: extensions.maximumLength, calendar }).date;
  return newDue > latest ? rejected('extension.too-long', { newDue, latest }) : null;
};

/** The Chairpersons' Council or its delegate; for suggestions the working body, too (sections 2.3; 8, 4; S3 art. 19). */
const unlessCompetent = (
  { opened }: OpenedCase,
  item: ItemState,
  grants: boolean,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (grants && item.fixedInResolution) {
    return actsFor('standing-committee', context)
      ? null
      : rejected('extension.standing-committee-only', { dueDate: item.cycle?.due?.date ?? null });
  }
  const bodies = ['chairpersons-council', 'standing-committee'];
  const competent = opened.supervisionForm === 'suggestion' ? [...bodies, 'working-body'] : bodies;
  return unlessHandledBy([item], context) ?? onlyFor(competent, context);
};

const sameDecision = (
  last: Extension,
  { grant, newDue, reason }: CaseCommandData['DecideExtension'],
): boolean =>
  grant
    ? last.decision === 'granted' && last.newDue === (newDue ?? last.requestedDue)
    : last.decision === 'refused' && last.refusedFor === reason;

const granted = (asked: Asked, context: CommandContext): CaseDecision => {
  const rules = pinnedRules(asked.item, context);
  if (isRejected(rules)) return rules;
  const refusal = unlessGrantable(asked, rules, context);
  if (refusal !== null) return refusal;
  const data = {
    itemId: asked.item.itemId,
    newDue: fixedDueDate({ date: asked.newDue, calendar: context.calendar }),
    decidedBy: decidingBody(context),
    count: grantedIn(asked.item.cycle) + 1,
  };
  return [{ type: 'ExtensionGranted', data }];
};

export const extensionDecisions: DecisionsOf<'RequestExtension' | 'DecideExtension'> = {
  /** Asked by a leading organ before the deadline has passed, judged by the legal date of the request. */
  RequestExtension: ({ itemId, requestedDue, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const leads = activeAssignments(item.cycle).filter(({ role }) => role !== 'co');
    if (!leads.some(({ organ }) => organ === context.actor.organ)) {
      return rejected('item.not-your-assignment', { organs: leads.map(({ organ }) => organ) });
    }
    const last = item.cycle?.extensions.at(-1);
    if (last?.decision === null) {
      return sameFacts([last.requestedDue, last.reason], [requestedDue, reason])
        ? []
        : rejected('extension.pending');
    }
    const refusal = unlessAt([item], RUNNING);
    const due = item.cycle?.due ?? null;
    if (refusal !== null || due === null) return refusal ?? rejected('item.wrong-stage', { itemId });
    if (context.occurredOn > due.date) return rejected('extension.after-deadline', { dueDate: due.date });
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const data = { itemId, requestedDue, reason, requestedOn: context.occurredOn };
    return (
      unlessGrantable({ item, due, newDue: requestedDue }, rules, context) ?? [
        { type: 'ExtensionRequested', data },
      ]
    );
  },

  /** A refusal leaves the deadline as it was set, so the Council may refuse even where it may not grant. */
  DecideExtension: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const last = item.cycle?.extensions.at(-1);
    if (last === undefined || last.decision !== null) {
      return last !== undefined && sameDecision(last, data) ? [] : rejected('extension.none-requested');
    }
    const refusal = unlessCompetent(state, item, data.grant, context);
    if (refusal !== null) return refusal;
    const due = item.cycle?.due ?? null;
    if (!isOpen(item) || due === null)
      return rejected('item.wrong-stage', { itemId: item.itemId, stage: item.stage });
    if (data.grant) return granted({ item, due, newDue: data.newDue ?? last.requestedDue }, context);
    const refused = { itemId: item.itemId, decidedBy: decidingBody(context), reason: data.reason };
    return [{ type: 'ExtensionRefused', data: refused }];
  },
};
