import { clockCommandId, clockCommands, type SentCaseCommand } from '@duban/application';
import type { CaseRejection } from '@duban/domain';
import type { Act, Day, Script } from './act.ts';

/** One command as it is sent, and the instant at which it is sent. */
export type CaseStep = {
  readonly at: string;
  readonly caseId: string;
  readonly sent: SentCaseCommand;
  readonly refused: CaseRejection | null;
};

const MINUTES_BETWEEN = 3;
const OPENING_HOUR = 9;

const instant = (date: string, hour: number, minutes: number): string =>
  `${Temporal.PlainDate.from(date).toPlainDateTime({ hour }).add({ minutes }).toString()}+08:00`;

/** Named as the clock's own rounds name theirs: a real round on the same day repeats it and writes nothing. */
const roundId = (caseId: string, { type }: Act, date: string): string =>
  type === clockCommands.note
    ? clockCommandId(type, caseId, date)
    : clockCommandId(clockCommands.recount, caseId, 'CN@2026-1');

const isRound = ({ type }: Act): boolean => type === clockCommands.note || type === clockCommands.recount;

/** The id under which an act with a key is sent; its events' ids follow from it. */
export const commandIdOf = (caseId: string, key: string): string => `demo:${caseId}:${key}`;

const sentFor = (script: Script, act: Act, commandId: string): SentCaseCommand => ({
  type: act.type,
  data: act.data,
  commandId,
  actor: act.by,
  correlationId: `demo:${script.caseId}`,
  ...(isRound(act) ? {} : { basis: { ...script.basis, ...act.basis } }),
});

type Numbered = { readonly steps: readonly CaseStep[]; readonly count: number };

const dayOf = (script: Script, { on, acts }: Day, count: number): Numbered => {
  const steps = acts.map((act, index): CaseStep => {
    const id = isRound(act)
      ? roundId(script.caseId, act, on)
      : commandIdOf(script.caseId, act.key ?? String(count + index + 1).padStart(3, '0'));
    const at = isRound(act) ? instant(on, 0, 5) : instant(on, OPENING_HOUR, index * MINUTES_BETWEEN);
    return { at, caseId: script.caseId, sent: sentFor(script, act, id), refused: act.refused ?? null };
  });
  return { steps, count: count + acts.length };
};

/** A script as the commands that tell it, in its own order; a day never begins before the one above it. */
export const stepsOf = (script: Script): readonly CaseStep[] =>
  script.days.reduce<Numbered>(
    ({ steps, count }, day) => {
      const told = dayOf(script, day, count);
      return { steps: [...steps, ...told.steps], count: told.count };
    },
    { steps: [], count: 0 },
  ).steps;
