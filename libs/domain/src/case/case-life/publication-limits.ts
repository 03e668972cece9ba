import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { isRestricted } from '../restriction/restriction.ts';
import type { Published } from './publish.step.ts';

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i.test(text);

/** Where and when something was told; the public unless it says whom. */
type Told = Pick<Published['data'], 'url' | 'date'> & Partial<Pick<Published['data'], 'toWhom'>>;

/**
 * What was withheld from the public stays so until the body that decides about it lifts it; of a restricted case nobody is told; what is published
 * was so by `today`.
 */
export const refusePublication = (
  { url, date, toWhom = 'public' }: Told,
  state: OpenedCase,
  today: string,
): Rejected<CaseRejection> | null => {
  const { openedOn } = state.opened;
  if (state.withheld !== null && toWhom === 'public') return rejected('publication.withheld');
  if (isRestricted(state)) return rejected('publication.restricted');
  if (date < openedOn || date > today)
    return rejected('publication.date-impossible', { date, notBefore: openedOn, notAfter: today });
  return url === null || isWebAddress(url) ? null : rejected('publication.address-invalid');
};
