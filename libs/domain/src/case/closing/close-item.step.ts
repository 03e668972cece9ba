import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { DECIDED_FOR_COMMITTEE } from '../../authority/deciding-bodies.ts';
import type { DueDate } from '../../calendar/calendar.ts';
import { dueDate as counted } from '../../calendar/due-date.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, dueDate, flag, orNull, person, whole, without } from '../../schema/parts.ts';
import { itemRef, organRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { disposition, DISPOSITIONS, type Disposition, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { isStale } from '../evaluation/judge.ts';
import { isUntouched } from '../fresh-cycle.ts';
import { isSuggestion, lastRound } from '../suggestion/rounds.ts';
import { handled } from '../handlers.ts';
import { itemAt, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { neverHandled } from '../own-affair.ts';
import { refuseNotSupervising } from '../organ-access.ts';
import { silentLeads } from '../separate-handling.ts';
import type { Step } from '../step.ts';
import { refuseOtherSigner, signature, signatureEvents, type SignedByInspector } from './signed-by.ts';
import { refuseCommitments } from './kept-promises.ts';
import { isTracked, lookBackPeriod } from './look-back-period.ts';

const itemClosed = closed({
  itemId: itemRef(),
  cycle: uncorrectable(whole(1)),
  disposition: uncorrectable(disposition()),
  /** The organ that verified; never a handling organ of the item. */
  verifier: uncorrectable(organRef()),
  signer: person(),
  lookBackDue: uncorrectable(orNull(dueDate())),
  publish: flag(),
  closedOn: date(),
});

export type ItemClosed = Stored<'ItemClosed', typeof itemClosed>;

const sent = without(itemClosed, 'cycle', 'lookBackDue', 'closedOn');

const stages: readonly ItemStage[] = ['EVALUATING'];

/** Reminded as often as the rules say, and no deputy answered: closed as "not evaluated", never as satisfied (section 3). */
const silence = (item: ItemState, rules: RuleSet): boolean => {
  const { n, replies, replyEvaluations } = item.cycle ?? { n: 0, replies: [], replyEvaluations: [] };
  const reply = replies.at(-1);
  if (reply === undefined || replyEvaluations.length > 0) return false;
  const reminders = item.escalations.filter(
    ({ cycle, data, on }) => cycle === n && data.level === 'reminder' && on >= reply.on,
  );
  return reminders.length >= rules.silentDeputyReminders;
};

const refuseConclusion = (
  state: OpenedCase,
  item: ItemState,
  rules: RuleSet,
): Rejected<CaseRejection> | null => {
  const { itemId } = item;
  const last = item.cycle?.conclusions.at(-1)?.data;
  if (last === undefined) {
    const isUnanswered = isSuggestion(state) && silentLeads(state, item).length === 0 && silence(item, rules);
    return isUnanswered ? null : rejected('closing.not-concluded', { itemId });
  }
  if (last.outcome === 'dissatisfied') return rejected('closing.dissatisfied', { itemId });
  if (isSuggestion(state) && last.round !== lastRound(item, rules)) {
    return rejected('closing.not-concluded', { itemId, round: lastRound(item, rules) });
  }
  return isStale(state, item, rules) ? rejected('closing.not-concluded', { itemId }) : null;
};

/** Basic closes with a mandatory look-back; continuous items are looked at every year (section 8, 3 and 7). */
const mandatoryLookBack = (
  item: ItemState,
  rules: RuleSet,
  context: CommandContext,
  chosen: Disposition,
): DueDate | null => {
  const basic = item.cycle?.conclusions.at(-1)?.data.outcome === 'basic' && rules.basicNeedsLookBack;
  if (!basic && !isTracked(item, chosen)) return null;
  return counted({
    start: context.occurredOn,
    period: lookBackPeriod(item, rules, chosen),
    calendar: context.calendar,
  });
};

const isRepeated = (item: ItemState | undefined, data: Data<typeof sent>): boolean => {
  const closing = item?.stage === 'CLOSED' ? item.cycle?.closing?.data : undefined;
  return (
    closing !== undefined &&
    closing.disposition === data.disposition &&
    closing.verifier === data.verifier &&
    closing.signer === data.signer &&
    closing.publish === data.publish
  );
};

/** 销号: after verification by somebody who did not handle the item, and never on a dissatisfied outcome. */
export const closeItem: Step<typeof sent, ItemClosed | SignedByInspector> = {
  label: { zh: '销号', en: 'Close the item' },
  data: sent,
  who: ['working-body'],
  byLeadCommittee: DECIDED_FOR_COMMITTEE,
  at: stages,
  whose: neverHandled,
  decide: (data, state, context) => {
    const known = ownEntry(state.items, data.itemId);
    if (isRepeated(known, data)) return [];
    if (known !== undefined && isUntouched(known, 'dissatisfied'))
      return rejected('closing.dissatisfied', { itemId: data.itemId });
    const item = itemAt(state, data.itemId, stages);
    if (isRejected(item)) return item;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (!(DISPOSITIONS as readonly string[]).includes(data.disposition))
      return rejected('closing.disposition-missing', { itemId: data.itemId });
    const handler = [data.verifier, context.actor.organ].find((organ) => handled(state, item, organ));
    if (handler !== undefined)
      return rejected('closing.verifier-is-handler', { itemId: data.itemId, organ: handler });
    const cycle = item.cycle?.n ?? 1;
    const refusal = refuseNotSupervising(data.verifier, context) ?? refuseConclusion(state, item, rules);
    if (refusal !== null) return refusal;
    const promised = refuseCommitments(item, data.disposition);
    if (promised !== null) return promised;
    const { itemId, disposition: chosen, verifier, signer, publish } = data;
    const lookBackDue = mandatoryLookBack(item, rules, context, chosen);
    const signed = signature({ itemId, cycle, signer }, state, context);
    if (isRejected(signed)) return signed;
    const facts = { verifier, signer, lookBackDue, publish, closedOn: context.occurredOn };
    return [...signed, { type: 'ItemClosed', data: { itemId, cycle, disposition: chosen, ...facts } }];
  },
  events: {
    ...signatureEvents,
    ItemClosed: {
      data: itemClosed,
      seenBy: 'public',
      published: true,
      recheck: refuseOtherSigner,
      fold: (state, event) =>
        withItem(state, event.data.itemId, (item) => ({
          ...item,
          stage: 'CLOSED',
          disposition: event.data.disposition,
          lookBackDue: event.data.lookBackDue,
          cycle: item.cycle === null ? null : { ...item.cycle, closing: factOf(event) },
        })),
    },
  },
};
