import type { Actor, Decider, Message, Recorded, Rejected } from '@duban/kernel';

export const officer: Actor = { id: 'person:officer', role: 'supervision-office', organ: 'cq-so' };

/** For specs only: the state after events, recorded as a store would hand them back. */
export const stateAfter = <State, Event extends Message>(
  decider: Pick<Decider<State, never, Event, string>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State =>
  events.reduce<State>((state, event, revision) => {
    const recorded: Recorded<Event> = {
      ...event,
      id: `event-${String(revision)}`,
      revision,
      occurredAt: '2026-03-05T09:00:00+08:00',
      recordedAt: '2026-03-05T01:00:02.113Z',
      decidedOn: '2026-03-05',
      actor: officer,
    };
    return decider.evolve(state, recorded);
  }, decider.initialState);

/** For specs only: what the commands decide, one after the other; a refusal ends it. */
export const deciding =
  <State, Command extends Message, Event extends Message, Reason extends string>(
    decider: Decider<State, Command, Event, Reason>,
  ) =>
  (...commands: readonly Command[]) => {
    const events: Event[] = [];
    let last: readonly Event[] | Rejected<Reason> = [];
    for (const command of commands) {
      last = decider.decide(command, stateAfter(decider, events));
      if ('rejected' in last) break;
      events.push(...last);
    }
    return { last, events, state: stateAfter(decider, events) };
  };
