import { constants, getPriority, setPriority } from 'node:os';

const BELOW_OTHERS = constants.priority.PRIORITY_BELOW_NORMAL;
/** For the call: whoever asks. */
const SELF = 0;

/**
 * The calling thread gives way to those that serve, where there are not enough cores for all. For the rest of its life: nobody
 * may raise a priority again. On Linux a priority belongs to a thread; elsewhere it would be the whole process', which stays as it is.
 */
export const giveWay = (): void => {
  if (process.platform === 'linux') setPriority(SELF, Math.max(getPriority(SELF), BELOW_OTHERS));
};
