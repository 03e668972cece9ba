import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useCaseAddress } from './use-case.ts';

/** A revision in the address is a past state, too, unless it happens to be the last. */
export const PastBand = ({ view, last }: { readonly view: CaseView; readonly last: number }) => {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { search, show } = useCaseAddress();
  if (search.at === undefined || view.revision >= last) return null;
  return (
    <output className="as-of-band">
      <strong>{t('case.seeingRevision', { n: view.revision, last, moment: moment(view.recordedAt) })}</strong>
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          show({ at: undefined });
        }}
      >
        {t('asOf.backToNow')}
      </button>
    </output>
  );
};
