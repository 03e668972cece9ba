import { LOG_START, type Message, type Position, type Recorded } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';

/** A stream folded to its end. `revision` is null while the stream does not exist. */
export type LoadedStream<State> = {
  readonly state: State;
  readonly revision: number | null;
  readonly position: Position;
};

export type Folding<State, Event extends Message> = {
  readonly decider: {
    readonly initialState: State;
    readonly evolve: (state: State, event: Recorded<Event>) => State;
  };
  readonly decode: (stored: StoredEvent) => Recorded<Event>;
};

const PAGE = 512;

export const foldOnto = <State, Event extends Message>(
  kind: Folding<State, Event>,
  loaded: LoadedStream<State>,
  events: readonly StoredEvent[],
): LoadedStream<State> => {
  const last = events.at(-1);
  return last === undefined
    ? loaded
    : {
        state: events.reduce(
          (state, stored) => kind.decider.evolve(state, kind.decode(stored)),
          loaded.state,
        ),
        revision: last.revision,
        position: last.position,
      };
};

/** One forward read in pages, from the start or from what is already loaded. */
export const loadStream = async <State, Event extends Message>(
  reader: EventReader,
  kind: Folding<State, Event>,
  stream: string,
  known?: LoadedStream<State>,
): Promise<LoadedStream<State>> => {
  let loaded = known ?? { state: kind.decider.initialState, revision: null, position: LOG_START };
  let next: number | null = loaded.revision === null ? 0 : loaded.revision + 1;
  while (next !== null) {
    const page = await reader.readStream(stream, { from: next, limit: PAGE });
    loaded = foldOnto(kind, loaded, page.events);
    next = page.next;
  }
  return loaded;
};
