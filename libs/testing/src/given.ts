import { deepStrictEqual } from 'node:assert/strict';
import { isRejected, type Decider, type Message } from '@duban/kernel';
import { recordedAs } from './recorded-as.ts';

/** Given what happened, when a command comes, then these events, nothing (already so), or a refusal by its code. */
export const given = <State, Command extends Message, Event extends Message, Reason extends string>(
  decider: Decider<State, Command, Event, Reason>,
  ...history: readonly Event[]
) => ({
  when: (command: Command) => {
    const state = recordedAs(history).reduce(decider.evolve, decider.initialState);
    const decision = decider.decide(command, state);
    return {
      then: (...expected: readonly Event[]): void => {
        deepStrictEqual(decision, expected);
      },
      thenNothing: (): void => {
        deepStrictEqual(decision, []);
      },
      thenRejected: (reason: Reason): void => {
        deepStrictEqual(isRejected(decision) ? decision.rejected : decision, reason);
      },
    };
  },
});
