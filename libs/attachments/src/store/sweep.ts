import type { AttachmentStore } from './attachment-store.port.ts';

export type SweepOptions = {
  /** Only what has not changed since, in epoch milliseconds: another process may still be uploading the rest. */
  readonly before: number;
  /** Whether an event names this address. */
  readonly isFiled: (address: string) => Promise<boolean>;
};

export type Swept = { readonly settled: number; readonly removed: number };

/** Ends what a crash or a late refusal left half done: to be called at a start, before anything is served. */
export const sweepUploads = async (
  store: Pick<AttachmentStore, 'leftovers' | 'clear'>,
  { before, isFiled }: SweepOptions,
): Promise<Swept> => {
  const all = await store.leftovers();
  const busy = new Set(all.filter(({ changedAt }) => changedAt >= before).map(({ address }) => address));
  let [settled, removed] = [0, 0];
  for (const leftover of all) {
    if (leftover.changedAt >= before) continue;
    if (leftover.address !== null && (await isFiled(leftover.address))) {
      await store.clear(leftover, 'filed');
      settled += 1;
    } else if (leftover.address === null || !busy.has(leftover.address)) {
      await store.clear(leftover, 'unfiled');
      removed += 1;
    }
  }
  return { settled, removed };
};
