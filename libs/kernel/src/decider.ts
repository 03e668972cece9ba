import type { Actor } from './actor.ts';
import type { Grounds } from './envelope.ts';
import type { Message } from './message.ts';
import type { Rejected } from './rejection.ts';

/**
 * An event as the log returned it. `occurredAt` is the legal time (ISO 8601 with its offset), `recordedAt` the clock
 * of the append in UTC; a fold may read both and must never ask a clock itself.
 */
export type Recorded<Event extends Message = Message> = Event &
  Grounds & {
    readonly id: string;
    readonly revision: number;
    readonly occurredAt: string;
    readonly recordedAt: string;
    /** The date in Asia/Shanghai of the decision; in events of before that rule, of `recordedAt`. ISO date. */
    readonly decidedOn: string;
    readonly actor: Actor;
  };

/**
 * The rules of one kind of stream. Pure: no clock, chance, I/O or framework. Time, identity, rule set and calendar
 * arrive inside the command. An empty decision means "already so".
 */
export type Decider<State, Command extends Message, Event extends Message, Reason extends string> = {
  readonly initialState: State;
  readonly decide: (command: Command, state: State) => readonly Event[] | Rejected<Reason>;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
};
