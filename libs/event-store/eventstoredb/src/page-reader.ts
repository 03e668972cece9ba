import type { LogPlace } from './log-place.ts';

/** An event as the client gives it, of whatever system. */
export type RawEvent = {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: LogPlace;
};

/** `cut`: the page has ended early, because it holds enough text already. */
export type RawPage = { readonly events: readonly RawEvent[]; readonly cut: boolean };

export type PageSource = AsyncIterable<unknown> & {
  readonly on: (name: 'error', listener: (error: Error) => void) => unknown;
  readonly destroy: (error?: Error) => unknown;
  readonly cancel: () => Promise<void>;
};

/** A page ends early rather than hold more text than this (E38). */
const PAGE_CHARACTERS = 8_388_608;

const lengthOf = ({ data, metadata }: RawEvent): number => sizeOf(data) + sizeOf(metadata);

const sizeOf = (value: unknown): number =>
  value instanceof Uint8Array ? value.length : value === undefined ? 0 : JSON.stringify(value).length;

const collect = async (source: PageSource, heard: () => void): Promise<RawPage> => {
  const events: RawEvent[] = [];
  let characters = 0;
  for await (const resolved of source as AsyncIterable<{ readonly event?: RawEvent }>) {
    heard();
    if (resolved.event === undefined) continue;
    events.push(resolved.event);
    characters += lengthOf(resolved.event);
    if (characters > PAGE_CHARACTERS && events.length > 1) return { events, cut: true };
  }
  return { events, cut: false };
};

/** Calls `onSilence` after a time without a call of `heard`; a loop that was busy gets a turn to hear first. */
const listenFor = (ms: number, onSilence: () => void): { heard: () => void; stop: () => void } => {
  let heardAt = performance.now();
  const timer = setTimeout(() => {
    setImmediate(() => {
      if (performance.now() - heardAt >= ms) onSilence();
      else timer.refresh();
    });
  }, ms);
  return {
    heard: () => {
      heardAt = performance.now();
      timer.refresh();
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
};

/**
 * Reads one page to its end. The client gives reads no deadline, so a read that is silent for too long is given up;
 * whatever happens, the call is drained or cancelled (E38) and its late errors are heard.
 */
export const readPage = async (source: PageSource, idleMs: number): Promise<RawPage> => {
  source.on('error', () => undefined);
  const watchdog = listenFor(idleMs, () => {
    source.destroy(new Error(`a read was silent for ${idleMs} ms`));
  });
  try {
    return await collect(source, watchdog.heard);
  } finally {
    watchdog.stop();
    source.destroy();
    source.cancel().catch(() => undefined);
  }
};
