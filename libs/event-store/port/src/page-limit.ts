import { CodedError } from '@duban/kernel';

const DEFAULT_LIMIT = 512;
const LARGEST_LIMIT = 10_000;

/** How many events a page may hold: the default, or what was asked for up to a bound that memory can bear (E38). */
export const pageLimit = (asked: number = DEFAULT_LIMIT): number => {
  if (Number.isInteger(asked) && asked > 0) return Math.min(asked, LARGEST_LIMIT);
  throw new CodedError('read.bad-limit', `a page holds a positive whole number of events, not ${asked}`);
};
