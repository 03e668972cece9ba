import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import type { DueDate } from '../../calendar/calendar.ts';
import { fixedDueDate } from '../../calendar/due-date.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, dueDate, flag, freeText, id, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Cycle, Extension, ItemState, OpenedCase } from '../case.state.ts';
import { OPEN_STAGES } from '../case.vocabulary.ts';
import { decidingBody, onlyFor, refuseHandlers, refuseResolution } from '../competence.ts';
import type { CommandContext } from '../command-context.ts';
import { withDue } from '../cycle-change.ts';
import { findItem, isOpen, withItem } from '../item-access.ts';
import { afterGrant, afterRefusal } from '../misses/misses.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { grantedIn, refuseGrant, type AskedExtension } from './extension-limits.ts';

const extensionGranted = closed({ itemId: itemRef(), newDue: dueDate(), decidedBy: id(), count: whole(1) });
const extensionRefused = closed({ itemId: itemRef(), decidedBy: id(), reason: freeText() });

export type ExtensionGranted = Stored<'ExtensionGranted', typeof extensionGranted>;
export type ExtensionRefused = Stored<'ExtensionRefused', typeof extensionRefused>;

const sent = closed({
  itemId: itemRef(),
  grant: flag(),
  /** Omitted: the date that was asked for. */
  newDue: Type.Optional(date()),
  reason: freeText(),
});

/** The Chairpersons' Council or its delegate; for suggestions the working body, too (sections 2.3; 8, 4; S3 art. 19). */
const refuseBody = (
  { opened }: OpenedCase,
  item: ItemState,
  grants: boolean,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (grants && item.fixedInResolution) return refuseResolution(item, context);
  const bodies = ['chairpersons-council', 'standing-committee'];
  const competent = opened.supervisionForm === 'suggestion' ? [...bodies, 'working-body'] : bodies;
  return refuseHandlers([item], context) ?? onlyFor(competent, context);
};

const sameDecision = (last: Extension, { grant, newDue, reason }: Data<typeof sent>): boolean =>
  grant
    ? last.decision === 'granted' && last.newDue === (newDue ?? last.requestedDue)
    : last.decision === 'refused' && last.refusedFor === reason;

const granted = (asked: AskedExtension, context: CommandContext): CaseDecision => {
  const rules = pinnedRules(asked.item, context);
  if (isRejected(rules)) return rules;
  const refusal = refuseGrant(asked, rules, context);
  if (refusal !== null) return refusal;
  // An organ is given days that it still has: a decision that took long names a later date, or refuses.
  if (asked.newDue < context.decidedOn)
    return rejected('extension.date-passed', { newDue: asked.newDue, decidedOn: context.decidedOn });
  const data = {
    itemId: asked.item.itemId,
    newDue: fixedDueDate({ date: asked.newDue, calendar: context.calendar }),
    decidedBy: decidingBody(context),
    count: grantedIn(asked.item.cycle) + 1,
  };
  return [{ type: 'ExtensionGranted', data }];
};

const decided = (cycle: Cycle, decision: Partial<Extension>): Cycle => ({
  ...cycle,
  extensions: cycle.extensions.map((asked) => (asked.decision === null ? { ...asked, ...decision } : asked)),
});

/** Both clocks run to the date that was granted; one that has more time left keeps it. */
const extended = (cycle: Cycle, decidedBy: string, newDue: DueDate): Cycle => {
  const granted = withDue(decided(cycle, { decision: 'granted', decidedBy, newDue: newDue.date }), newDue);
  const { itemDue } = cycle;
  return itemDue !== null && itemDue.date < newDue.date ? { ...granted, itemDue: newDue } : granted;
};

/** A refusal leaves the deadline as it was set, so the Council may refuse even where it may not grant. */
export const decideExtension: Step<typeof sent, ExtensionGranted | ExtensionRefused> = {
  label: { zh: '决定延期', en: 'Decide on the extension' },
  source: { supervision: [17], shanghai: [19] },
  data: sent,
  who: ['chairpersons-council', 'working-body'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: OPEN_STAGES,
  whose: isNotHandling,
  when: ({ role, state, item }) =>
    item.cycle?.extensions.at(-1)?.decision === null &&
    (role !== 'working-body' || state.opened.supervisionForm === 'suggestion'),
  decide: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const last = item.cycle?.extensions.at(-1);
    if (last === undefined || last.decision !== null) {
      return last !== undefined && sameDecision(last, data) ? [] : rejected('extension.none-requested');
    }
    const refusal = refuseBody(state, item, data.grant, context);
    if (refusal !== null) return refusal;
    const due = item.cycle?.due ?? null;
    if (!isOpen(item) || due === null)
      return rejected('item.wrong-stage', { itemId: item.itemId, stage: item.stage });
    if (data.grant) return granted({ item, due, newDue: data.newDue ?? last.requestedDue }, context);
    const refused = { itemId: item.itemId, decidedBy: decidingBody(context), reason: data.reason };
    return [{ type: 'ExtensionRefused', data: refused }];
  },
  events: {
    ExtensionGranted: {
      data: extensionGranted,
      seenBy: 'public',
      published: true,
      fold: (state, { data: { itemId, newDue, decidedBy } }) =>
        withItem(state, itemId, ({ cycle, ...item }) =>
          afterGrant({ ...item, cycle: cycle && extended(cycle, decidedBy, newDue) }),
        ),
    },
    ExtensionRefused: {
      data: extensionRefused,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { itemId, decidedBy, reason }, decidedOn }) =>
        withItem(state, itemId, ({ cycle, ...item }) => {
          const refused = { decision: 'refused', decidedBy, refusedFor: reason } as const;
          return afterRefusal({ ...item, cycle: cycle && decided(cycle, refused) }, decidedOn);
        }),
    },
  },
};
