import { CodedError, type TimeAxis } from '@duban/kernel';
import { epochMs } from '@duban/projections';
import type { Moment } from '../api/board.query.ts';

export type At = { readonly ms: number; readonly by: TimeAxis; readonly instant: string };

/** @throws CodedError `as-of.invalid` */
export const momentOf = ({ asOf, by = 'recorded' }: Moment): At | null => {
  if (asOf === undefined) return null;
  try {
    return { ms: epochMs(asOf), by, instant: asOf };
  } catch {
    throw new CodedError('as-of.invalid', `${asOf} is no instant: write 2026-03-05T09:00:00+08:00`);
  }
};
