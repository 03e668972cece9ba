import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { isRestricted } from '../restriction/restriction.ts';
import type { ResultPublished } from './publish-result.step.ts';

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i.test(text);

/** What was withheld stays so until the body that decides about it lifts it; what is published was so by `today`. */
export const refusePublication = (
  { url, date }: ResultPublished['data'],
  { withheld, opened, restrictions }: OpenedCase,
  today: string,
): Rejected<CaseRejection> | null => {
  if (withheld !== null) return rejected('publication.withheld');
  if (isRestricted({ restrictions })) return rejected('publication.restricted');
  if (date < opened.openedOn || date > today)
    return rejected('publication.date-impossible', { date, notBefore: opened.openedOn, notAfter: today });
  return url === null || isWebAddress(url) ? null : rejected('publication.address-invalid');
};
