import { CodedError } from '@duban/kernel';
import { isIsoDate } from '@duban/projections';

/** @throws CodedError `validation-failed` */
export const checkPeriod = ({ from, to }: { readonly from: string; readonly to: string }): void => {
  for (const date of [from, to])
    if (!isIsoDate(date)) throw new CodedError('validation-failed', `"${date}": 2026-03-05`);
  if (from > to) throw new CodedError('validation-failed', `--from ${from} > --to ${to}`);
};
