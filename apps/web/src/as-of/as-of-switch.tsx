import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiMinute } from '../terms/use-dates.ts';
import { beijingInstant, daysBefore } from './as-of-search.ts';
import { AxisChoice } from './axis-choice.tsx';
import { useAsOf } from './use-as-of.ts';
import './as-of.css';

/** Travel in time by a date and minute, or by a number of days; the browser's own fields, so that typing always works. */
export const AsOfSwitch = () => {
  const { t } = useTranslation();
  const { asOf, by, show } = useAsOf();
  const [minute, setMinute] = useState(() => shanghaiMinute(asOf ?? new Date()));
  const [axis, setAxis] = useState(by);
  const [open, setOpen] = useState(false);
  const setDays = (days: number): void => {
    if (days >= 0) setMinute(shanghaiMinute(daysBefore(days, new Date())));
  };
  return (
    <details
      className="as-of-switch"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className="plain-button">{t('asOf.open')}</summary>
      <form
        className="as-of-form"
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          show({ asOf: beijingInstant(minute), ...(axis === 'occurred' ? { by: axis } : {}) });
        }}
      >
        <label>
          {t('asOf.moment')}
          <input
            type="datetime-local"
            required
            value={minute}
            onChange={(event) => {
              setMinute(event.target.value);
            }}
          />
        </label>
        <label>
          {t('asOf.days')}
          <input
            type="number"
            min={0}
            max={36_500}
            placeholder="30"
            onChange={(event) => {
              setDays(event.target.valueAsNumber);
            }}
          />
        </label>
        <AxisChoice axis={axis} onChoose={setAxis} />
        <div className="as-of-buttons">
          <button type="submit" className="main-button">
            {t('asOf.show')}
          </button>
          {asOf !== undefined && (
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                setOpen(false);
                show({});
              }}
            >
              {t('asOf.backToNow')}
            </button>
          )}
        </div>
      </form>
    </details>
  );
};
