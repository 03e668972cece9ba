import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_PAUSE_MS = 100;

/** Before a command is decided afresh: longer after every lost race, and never as long as its neighbour. */
export const pauseAfterRace = async (attempt: number): Promise<void> => {
  await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt));
};
