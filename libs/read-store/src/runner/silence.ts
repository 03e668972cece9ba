/** Longer than any page takes on a machine that is busy with other things. */
const LONGEST_SILENCE_MS = 60_000;

export type Silence = {
  readonly heard: () => void;
  /** Nothing was heard for too long. */
  readonly isTooLong: () => boolean;
};

/** A thread that works says so after every page, and every second while there is none. */
export const silence = (now: () => number = () => performance.now()): Silence => {
  let last = now();
  return {
    heard: () => {
      last = now();
    },
    isTooLong: () => now() - last > LONGEST_SILENCE_MS,
  };
};
