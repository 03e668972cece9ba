import { setTimeout as delay } from 'node:timers/promises';

export type Backoff = { readonly firstMs: number; readonly mostMs: number };

export const BACKOFF: Backoff = { firstMs: 100, mostMs: 15_000 };

/** Doubling, with jitter, and no last try: a broker may be away for a weekend (E22). */
export const backoffMs = ({ firstMs, mostMs }: Backoff, failuresInARow: number): number => {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failuresInARow - 1, 30));
  return full / 2 + (Math.random() * full) / 2;
};

/** Waits, or until it is called off. */
export const pauseFor = async (ms: number, signal: AbortSignal): Promise<void> => {
  await delay(ms, undefined, { signal }).catch(() => undefined);
};
