import { clockCommands } from '@duban/application';
import type { Actor, Basis } from '@duban/kernel';
import { digestsIn, type CaseCommandType, type CaseRejection } from '@duban/domain';
import type { CommandBody } from '@duban/contracts';
import { people } from '../cast/people.ts';

/** One command of a script: who sends what, and on what authority. */
export type Act = {
  readonly by: Actor;
  readonly type: CaseCommandType;
  readonly data: object;
  /** Added to, or put in place of, what the script says its case rests on. */
  readonly basis?: Basis;
  /** The refusal that this act is there to show; it leaves no event. */
  readonly refused?: CaseRejection;
  /** Names the command for a later act that speaks of its event. */
  readonly key?: string;
};

export type Around = Pick<Act, 'basis' | 'refused' | 'key'>;

/** The documents of the demo do not exist: it says that they lie elsewhere and nobody has seen them. */
const heldElsewhere = (data: object): object => {
  const heldOutside = digestsIn(data);
  return heldOutside.length === 0 ? data : { ...data, heldOutside };
};

export const act = <Type extends CaseCommandType>(
  by: Actor,
  type: Type,
  data: CommandBody<Type>,
  around: Around = {},
): Act => ({ by, type, data: heldElsewhere(data), ...around });

/** What happened on one day, from nine o'clock on. The clock's own acts come a few minutes after midnight. */
export type Day = { readonly on: string; readonly acts: readonly Act[] };

export const on = (date: string, ...acts: readonly (Act | readonly Act[])[]): Day => ({
  on: date,
  acts: acts.flat(),
});

/** Midnight rounds on days on which a rung of the ladder is reached; on all others the clock has nothing to say. */
export const clockOn = (...dates: readonly string[]): readonly Day[] =>
  dates.map((date) => on(date, act(people.clock, clockCommands.note, {})));

/** The round after a calendar year was published: provisional dates become final, or move. */
export const recountOn = (date: string): Day => on(date, act(people.clock, clockCommands.recount, {}));

/** The life of one case, told in commands. */
export type Script = {
  readonly caseId: string;
  /** What every act of the case rests on, unless it names more. */
  readonly basis: Basis;
  readonly days: readonly Day[];
};
