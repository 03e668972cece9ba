import type { Message } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { LRUCache } from 'lru-cache';
import { foldOnto, loadStream, type Folding, type LoadedStream } from './loaded-stream.ts';

/**
 * The states of hot streams (measured elsewhere at 3.8 × on the command cycle). A cached state may be behind another
 * process: an append proves it against the log, and whatever is not an append asks {@link StreamStates.latest}.
 */
export type StreamStates<State> = {
  /** From memory where it is there; `fresh` tells whether the log was asked. */
  readonly load: (
    stream: string,
  ) => Promise<{ readonly loaded: LoadedStream<State>; readonly fresh: boolean }>;
  /** Reads the tail behind the cached state. */
  readonly latest: (stream: string) => Promise<LoadedStream<State>>;
  readonly appended: (stream: string, before: LoadedStream<State>, events: readonly StoredEvent[]) => void;
  readonly forget: (stream: string) => void;
};

export const streamStates = <State, Event extends Message>(
  reader: EventReader,
  kind: Folding<State, Event>,
  maximum: number,
): StreamStates<State> => {
  const cache = new LRUCache<string, LoadedStream<State>>({ max: maximum });
  const latest = async (stream: string): Promise<LoadedStream<State>> => {
    const loaded = await loadStream(reader, kind, stream, cache.get(stream));
    if (loaded.revision !== null) cache.set(stream, loaded);
    return loaded;
  };
  return {
    load: async (stream) => {
      const cached = cache.get(stream);
      return cached === undefined
        ? { loaded: await latest(stream), fresh: true }
        : { loaded: cached, fresh: false };
    },
    latest,
    appended: (stream, before, events) => {
      cache.set(stream, foldOnto(kind, before, events));
    },
    forget: (stream) => {
      cache.delete(stream);
    },
  };
};
