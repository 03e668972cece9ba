import { builtInRules, builtInYear, type CommandOutcome, type ReferenceCommands } from '@duban/application';
import { cnCalendarYears, type CalendarYear, type OrganCommand } from '@duban/domain';
import { demoOrgans } from './organs.ts';
import { people } from './people.ts';

/** A command on what all cases lean on, and the instant at which it is sent. */
export type ReferenceStep = {
  readonly at: string;
  readonly name: string;
  readonly send: (references: ReferenceCommands) => Promise<CommandOutcome>;
};

/** After the notice of the working days of 2025, and before the first example. */
export const DEMO_STARTS_AT = '2024-11-18T08:00:00+08:00';
/** The State Council's notice of the working days of 2026; the clock counts anew at the next midnight. */
const CALENDAR_2026_AT = '2025-11-04T16:30:00+08:00';
/** The last thing the demo does: who finds it in a log finds all of it. */
const ENDS_AT = '2026-11-20T18:00:00+08:00';

/** The same command as `seedReference` sends, so that neither writes what the other has written. */
const calendarStep = (calendarYear: CalendarYear, at: string): ReferenceStep => {
  const command = builtInYear(calendarYear);
  return { at, name: command.commandId, send: ({ calendar }) => calendar(command) };
};

const ruleSetStep: ReferenceStep = {
  at: DEMO_STARTS_AT,
  name: builtInRules.commandId,
  send: ({ ruleset }) => ruleset(builtInRules),
};

const organStep = (at: string, command: OrganCommand): ReferenceStep => {
  const commandId = `demo:${command.type}:${command.data.organId}`;
  return { at, name: commandId, send: ({ organ }) => organ({ ...command, commandId, actor: people.office }) };
};

/** Where a log shows that the demo began, and that it was told to its end. */
export const FIRST_STEP = { stream: 'organ-cq-so', commandId: 'demo:RegisterOrgan:cq-so' };
export const LAST_STEP = { stream: 'organ-cq-innovation', commandId: 'demo:RegisterOrgan:cq-innovation' };

const SINCE = '2018-01-01';

/** Organs change while cases run: one is renamed, one is merged into another, one is new. */
export const referenceSteps: readonly ReferenceStep[] = [
  ...demoOrgans.map((data) =>
    organStep(DEMO_STARTS_AT, { type: 'RegisterOrgan', data: { ...data, since: SINCE } }),
  ),
  ...cnCalendarYears.map((known) =>
    calendarStep(known, known.year === 2026 ? CALENDAR_2026_AT : DEMO_STARTS_AT),
  ),
  ruleSetStep,
  organStep('2026-03-02T08:30:00+08:00', {
    type: 'RenameOrgan',
    data: { organId: 'cq-data', name: '市数据管理局', from: '2026-03-02' },
  }),
  organStep('2026-10-09T08:30:00+08:00', {
    type: 'MergeOrgan',
    data: { organId: 'cq-road-centre', into: 'cq-transport', on: '2026-10-09' },
  }),
  organStep(ENDS_AT, {
    type: 'RegisterOrgan',
    data: { organId: 'cq-innovation', kind: 'bureau', name: '市社会治理创新中心', since: '2026-11-20' },
  }),
];
