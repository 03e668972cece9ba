import { CodedError, type Message } from '@duban/kernel';
import {
  cnCalendarYears,
  cqDefault1,
  type CalendarCommand,
  type CalendarYear,
  type RuleSetCommand,
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { SYSTEM_ACTOR, type ReferenceCommands } from './reference-commands.ts';

const settled = new Set(['accepted', 'nothing-to-do']);

const must = (what: string, outcome: CommandOutcome): void => {
  if (!settled.has(outcome.outcome)) {
    throw new CodedError('seed.refused', `${what} could not be put into the log: ${JSON.stringify(outcome)}`);
  }
};

const sent = <Command extends Message>(commandId: string, command: Command): CommandEnvelope<Command> => ({
  ...command,
  commandId,
  actor: SYSTEM_ACTOR,
});

/** Rules hold from the first year whose working days are known. */
const EFFECTIVE_FROM = '2018-01-01';

/** A built-in year as it is published: whoever publishes it a second time writes nothing. */
export const builtInYear = (calendarYear: CalendarYear): CommandEnvelope<CalendarCommand> =>
  sent(`seed:calendar-CN:${String(calendarYear.year)}`, {
    type: 'PublishCalendarYear',
    data: { region: 'CN', calendarYear },
  });

/** The built-in rules as they are published. */
export const builtInRules: CommandEnvelope<RuleSetCommand> = sent('seed:ruleset-cq-default:1', {
  type: 'PublishRuleSet',
  data: { rules: cqDefault1, effectiveFrom: EFFECTIVE_FROM },
});

/**
 * Publishes the built-in calendar years and `cq-default@1` where the log does not have them yet. An office that
 * published its own rules or corrected a year keeps what it has: a known year is never published twice.
 */
export const seedReference = async (commands: ReferenceCommands): Promise<void> => {
  for (const calendarYear of cnCalendarYears) {
    const outcome = await commands.calendar(builtInYear(calendarYear));
    if (outcome.outcome !== 'rejected' || outcome.rejected !== 'calendar.year-known-differently') {
      must(`the calendar of ${String(calendarYear.year)}`, outcome);
    }
  }
  const outcome = await commands.ruleset(builtInRules);
  if (outcome.outcome !== 'rejected' || outcome.rejected !== 'ruleset.version-known-differently') {
    must('the rule set cq-default@1', outcome);
  }
};
