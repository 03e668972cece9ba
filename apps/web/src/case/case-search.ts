/** Which case state, item and cycle are shown: `/cases/{id}?at=17&item=i2&cycle=1` shows the same for ever. */
import { pick } from '../app/address.ts';

export type CaseSearch = {
  at?: string | undefined;
  item?: string | undefined;
  cycle?: string | undefined;
};

export const readCaseSearch = (search: Record<string, unknown>): CaseSearch => {
  const { at, ...others } = pick(search, ['at', 'item', 'cycle']);
  return at !== undefined && /^\d+$/.test(at) ? { at, ...others } : others;
};
