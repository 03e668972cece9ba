import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import type { DueDate } from '../../calendar/calendar.ts';
import { dueDate as counted } from '../../calendar/due-date.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, date, dueDate, evidence, freeText, oneOf, orNull } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { handled } from '../handlers.ts';
import { findItem, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { closedOn, isTracked } from './look-back-period.ts';

const lookBackPassed = closed({
  itemId: itemRef(),
  findings: freeText(),
  /** INTOSAI: were the wider implications addressed, too? */
  widerImplications: orNull(freeText()),
  nextDue: uncorrectable(orNull(dueDate())),
  lookedBackOn: date(),
});

const relapseFound = closed({
  itemId: itemRef(),
  severity: oneOf('minor', 'serious', 'grave'),
  findings: freeText(),
  evidence: evidence(),
  lookedBackOn: date(),
});

export type LookBackPassed = Stored<'LookBackPassed', typeof lookBackPassed>;
export type RelapseFound = Stored<'RelapseFound', typeof relapseFound>;

const sent = Type.Union([
  closed({
    itemId: itemRef(),
    passed: Type.Literal(true),
    findings: freeText(),
    widerImplications: Type.Optional(freeText()),
  }),
  naming(
    closed({
      itemId: itemRef(),
      passed: Type.Literal(false),
      findings: freeText(),
      severity: relapseFound.properties.severity,
      evidence: evidence(),
    }),
  ),
]);

/** Continuous items are looked back at yearly, three times (section 8, 7). */
const TRACKED_LOOK_BACKS = 3;

/** The next yearly look at an item that is tracked, until it was looked at often enough. */
const nextLookBack = (item: ItemState, rules: RuleSet, context: CommandContext): DueDate | null => {
  const since = item.lookBacks.filter(({ on }) => on >= closedOn(item, context));
  return isTracked(item, item.disposition) && since.length + 1 < TRACKED_LOOK_BACKS
    ? counted({
        start: context.occurredOn,
        period: rules.periods.lookBackContinuous,
        calendar: context.calendar,
      })
    : null;
};

const isRecorded = (item: ItemState, data: Data<typeof sent>, on: string): boolean => {
  const last = item.lookBacks.at(-1)?.data;
  if (last === undefined || last.lookedBackOn !== on || last.findings !== data.findings) return false;
  if (data.passed) {
    return (
      item.stage === 'CLOSED' &&
      'nextDue' in last &&
      last.widerImplications === (data.widerImplications ?? null)
    );
  }
  const same =
    'severity' in last && last.severity === data.severity && sameFacts(last.evidence, data.evidence);
  return item.stage === 'LOOKBACK' && same;
};

/** 回头看: by somebody who did not handle the item, not before it is due. */
export const recordLookBack: Step<typeof sent, LookBackPassed | RelapseFound> = {
  label: { zh: '记录回头看', en: 'Record the look-back' },
  data: sent,
  who: ['supervision-office', 'working-body'],
  at: ['LOOKBACK'],
  whose: neverHandled,
  decide: (data, state, context) => {
    const { itemId, findings } = data;
    const { occurredOn } = context;
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (isRecorded(item, data, occurredOn)) return [];
    if (item.stage !== 'LOOKBACK' || item.relapseFound || item.lookBackDue === null) {
      return rejected('look-back.not-scheduled', { itemId, stage: item.stage });
    }
    if (occurredOn < item.lookBackDue.date)
      return rejected('look-back.not-due', { itemId, due: item.lookBackDue.date });
    const organ = context.actor.organ;
    if (handled(state, item, organ)) return rejected('evaluation.by-handler', { itemId, organ });
    if (!data.passed) {
      const { severity } = data;
      const found = { itemId, severity, findings, evidence: data.evidence, lookedBackOn: occurredOn };
      return [{ type: 'RelapseFound', data: found }];
    }
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const nextDue = nextLookBack(item, rules, context);
    const widerImplications = data.widerImplications ?? null;
    const passed = { itemId, findings, widerImplications, nextDue, lookedBackOn: occurredOn };
    return [{ type: 'LookBackPassed', data: passed }];
  },
  events: {
    LookBackPassed: {
      data: lookBackPassed,
      seenBy: 'public',
      published: true,
      fold: (state, event) =>
        withItem(state, event.data.itemId, (item) => ({
          ...item,
          stage: 'CLOSED',
          lookBackDue: event.data.nextDue,
          lookBacks: [...item.lookBacks, factOf(event)],
        })),
    },
    RelapseFound: {
      data: relapseFound,
      seenBy: 'public',
      published: true,
      fold: (state, event) =>
        withItem(state, event.data.itemId, (item) => ({
          ...item,
          relapseFound: true,
          lookBacks: [...item.lookBacks, factOf(event)],
        })),
    },
  },
};
