import type { EventStore } from '@duban/event-store';
import { CodedError } from '@duban/kernel';

/** Why a log takes nothing more: a code of {@link WRITES_STOPPED}, and what was seen. */
export type WriteStop = { readonly code: string; readonly message: string };

export type GuardedLog = {
  readonly store: EventStore;
  /** From now on, until this process ends; the first reason stays. */
  readonly stop: (why: WriteStop) => void;
  readonly stopped: () => WriteStop | null;
};

/** A log whose writes can be stopped for good while it is read on. Commands, jobs, relays and sealers all write through it. */
export const guardWrites = (store: EventStore, onStop: (why: WriteStop) => void): GuardedLog => {
  let stopped: WriteStop | null = null;
  return {
    store: {
      ...store,
      append: async (stream, events, expected) => {
        if (stopped !== null) throw new CodedError(stopped.code, stopped.message);
        return store.append(stream, events, expected);
      },
    },
    stop: (why) => {
      if (stopped !== null) return;
      stopped = why;
      onStop(why);
    },
    stopped: () => stopped,
  };
};
