import { isRejected, rejected } from '@duban/kernel';
import { dueDate, fixedDueDate } from '../../../calendar/due-date.ts';
import type { DueDate } from '../../../calendar/calendar.ts';
import type { RuleSet } from '../../../ruleset/ruleset.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { Decide, DecisionsOf } from '../../case.decisions.ts';
import type { ItemState } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { handled } from '../../handlers.ts';
import { findItem, itemAt } from '../../item-access.ts';
import { pinnedRules, rehandlingPeriod } from '../../pinned-rules.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import { isUntouched } from '../fresh-cycle.ts';
import { isTracked, lookBackPeriod } from './look-back-period.ts';
import { ownEntry } from '../../own-entry.ts';

/** Continuous items are looked back at yearly, three times (section 8, 7). */
const TRACKED_LOOK_BACKS = 3;

/** The day the item was closed on; of an imported one, as far as its register knows. */
const closedOn = ({ cycle, imported }: ItemState, { occurredOn }: CommandContext): string =>
  cycle?.closing?.data.closedOn ?? imported?.data.closedOn ?? imported?.on ?? occurredOn;

const scheduleLookBack: Decide<'ScheduleLookBack'> = ({ itemId, dueDate: wanted }, state, context) => {
  const known = ownEntry(state.items, itemId);
  const standing = known?.stage === 'LOOKBACK' && !known.relapseFound ? known.lookBackDue : null;
  if (standing !== null && (wanted === undefined || wanted === standing.date)) return [];
  const item = itemAt(state, itemId, ['CLOSED']);
  if (isRejected(item)) return item;
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const mandatory = item.lookBackDue;
  if (mandatory !== null && wanted !== undefined && wanted > mandatory.date) {
    return rejected('look-back.later-than-mandatory', { itemId, mandatory: mandatory.date });
  }
  const { calendar } = context;
  const period = lookBackPeriod(item, rules, item.disposition);
  const counted = mandatory ?? dueDate({ start: closedOn(item, context), period, calendar });
  const due = wanted === undefined ? counted : fixedDueDate({ date: wanted, calendar });
  return [{ type: 'LookBackScheduled', data: { itemId, due } }];
};

/** The next yearly look at an item that is tracked, until it was looked at often enough. */
const nextLookBack = (item: ItemState, rules: RuleSet, context: CommandContext): DueDate | null => {
  const since = item.lookBacks.filter(({ on }) => on >= closedOn(item, context));
  return isTracked(item, item.disposition) && since.length + 1 < TRACKED_LOOK_BACKS
    ? dueDate({
        start: context.occurredOn,
        period: rules.periods.lookBackContinuous,
        calendar: context.calendar,
      })
    : null;
};

const isRecorded = (item: ItemState, data: CaseCommandData['RecordLookBack'], on: string): boolean => {
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

const recordLookBack: Decide<'RecordLookBack'> = (data, state, context) => {
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
    const { severity, evidence } = data;
    return [
      { type: 'RelapseFound', data: { itemId, severity, findings, evidence, lookedBackOn: occurredOn } },
    ];
  }
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const nextDue = nextLookBack(item, rules, context);
  const widerImplications = data.widerImplications ?? null;
  return [
    {
      type: 'LookBackPassed',
      data: { itemId, findings, widerImplications, nextDue, lookedBackOn: occurredOn },
    },
  ];
};

/** A relapse opens the next cycle, with its own date and the same organs; the closed cycle keeps its closing (C19). */
const reopen: Decide<'Reopen'> = ({ itemId, reason, fixedDueDate: date }, state, context) => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  if (isUntouched(item, 'relapse') && (date === undefined || item.cycle?.due?.date === date)) return [];
  if (!['CLOSED', 'LOOKBACK'].includes(item.stage)) {
    return rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: ['LOOKBACK'] });
  }
  if (!item.relapseFound) return rejected('reopen.no-relapse', { itemId });
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const { calendar, occurredOn } = context;
  if (date !== undefined && date < occurredOn) return rejected('reopen.due-in-past', { itemId, date });
  const due =
    date === undefined
      ? dueDate({ start: occurredOn, period: rehandlingPeriod(state, rules), calendar })
      : fixedDueDate({ date, calendar });
  const cycle = (item.cycle?.n ?? 0) + 1;
  return [{ type: 'ItemReopened', data: { itemId, next: { cycle, cause: 'relapse', due }, reason } }];
};

export const lookBackDecisions: DecisionsOf<'ScheduleLookBack' | 'RecordLookBack' | 'Reopen'> = {
  ScheduleLookBack: scheduleLookBack,
  RecordLookBack: recordLookBack,
  Reopen: reopen,
};
