import type { Decider, Grounds, Message } from '@duban/kernel';
import { refuseGrounds, type GroundRejection } from '../envelope/grounds.ts';
import { refuseStatedTime, type TimeRejection } from '../time/stated-time.ts';
import type { AnyRegisterStep, RegisterEventRecord } from './register-step.ts';
import type { CommandOf, EventOf, Placed, ReasonOf, Register } from './register.ts';

type DeciderOf<State, Steps extends object> = Decider<
  State,
  Placed<CommandOf<Steps>>,
  EventOf<Steps>,
  ReasonOf<Steps> | TimeRejection | GroundRejection
>;

/** What is left to be refused where the step judges the decision itself. */
const withoutDecision = ({ decision: _judged, ...grounds }: Grounds): Grounds => grounds;

/** The rules of a register: the fold over its steps, each of which decides about its own command. */
export const registerDecider = <State, Steps extends object>({
  initialState,
  refuse,
  steps,
}: Register<State, Steps>): DeciderOf<State, Steps> => {
  const byCommand = steps as Readonly<Record<string, AnyRegisterStep>>;
  const byEvent = new Map(
    Object.values(byCommand).flatMap(({ events }) => Object.entries(events)),
  ) as ReadonlyMap<string, RegisterEventRecord<State, Message>>;
  // Whoever sends a command has held its data against the schema of the step of that name.
  const decide = ({ type, data, context }: Placed<CommandOf<Steps>>, state: State): unknown =>
    refuseStatedTime(context) ??
    refuseGrounds(byCommand[type]?.takesDecision === true ? withoutDecision(context) : context) ??
    refuse(data, state, context) ??
    byCommand[type]?.decide(data, state, context);
  return {
    initialState,
    decide: decide as DeciderOf<State, Steps>['decide'],
    evolve: (state, event) => byEvent.get(event.type)?.fold(state, event) ?? state,
  };
};
