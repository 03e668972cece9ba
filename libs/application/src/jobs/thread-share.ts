/** What works in the background gives the thread back after this long, and for as long. */
const SLICE_MS = 10;

export type ThreadShare = () => Promise<void>;

const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * To be awaited between two small pieces of work: answers at once within a slice, and after a rest behind it. So whoever
 * waits for the thread waits for a slice and a piece at most, and half of the thread is theirs.
 */
export const threadShare = (now: () => number = () => performance.now()): ThreadShare => {
  let began = now();
  return async () => {
    if (now() - began < SLICE_MS) return;
    await rest(SLICE_MS);
    began = now();
  };
};
