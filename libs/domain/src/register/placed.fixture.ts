import type { Actor, Decider, Message } from '@duban/kernel';
import { officer } from '../given.fixture.ts';
import type { RegisterContext } from './register-step.ts';
import type { Placed } from './register.ts';

/** For specs only: an act of this actor at 9 o'clock of this day, recorded at once. */
export const contextOn = (day: string, actor: Actor = officer): RegisterContext => ({
  actor,
  basis: {},
  occurredAt: `${day}T09:00:00+08:00`,
  occurredOn: day,
  decidedAt: `${day}T01:00:00.000Z`,
  decidedOn: day,
});

/** For specs only: the rules of a register for commands that all come in this context. */
export const placed = <State, Command extends Message, Event extends Message, Reason extends string>(
  { initialState, decide, evolve }: Decider<State, Placed<Command>, Event, Reason>,
  context: RegisterContext = contextOn('2026-06-01'),
): Decider<State, Command, Event, Reason> => ({
  initialState,
  decide: (command, state) => decide({ ...command, context }, state),
  evolve,
});
