import { useTranslation } from 'react-i18next';
import { useDates } from '../terms/use-dates.ts';
import { useAsOf } from './use-as-of.ts';
import './as-of.css';

/** Nobody takes a past state for the present one: it says so on every page, and how to come back. */
export const AsOfBand = () => {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { asOf, by, show } = useAsOf();
  if (asOf === undefined) return null;
  return (
    <output className="as-of-band">
      <span>
        <strong>{t('asOf.seeing', { moment: moment(asOf) })}</strong>
        <span className="as-of-axis">{t(`asOf.${by}`)}</span>
      </span>
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          show({});
        }}
      >
        {t('asOf.backToNow')}
      </button>
    </output>
  );
};
