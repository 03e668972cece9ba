import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/answers.ts';
import { shanghaiDay } from '../terms/use-dates.ts';
import { useCaseAddress, useCaseEvents } from './use-case.ts';

type Props = { readonly view: CaseView; readonly last: number };

/** Walks through the case event by event: by slider, by buttons, by number, or by date. */
export const RevisionBar = ({ view, last }: Props) => {
  const { t } = useTranslation();
  const { show } = useCaseAddress();
  const { events } = useCaseEvents();
  const first = events[0]?.revision ?? 0;
  const here = view.revision;
  const goTo = (revision: number): void => {
    if (!Number.isSafeInteger(revision)) return;
    const within = Math.min(Math.max(revision, first), last);
    show({ at: within === last ? undefined : String(within) });
  };
  const goToDay = (day: string): void => {
    const by = events.filter((event) => shanghaiDay(event.recordedAt) <= day).at(-1);
    if (day !== '') goTo(by?.revision ?? first);
  };
  return (
    <section className="revision-bar" aria-label={t('case.walk')}>
      <button
        type="button"
        className="plain-button"
        disabled={here <= first}
        onClick={() => {
          goTo(here - 1);
        }}
      >
        ‹ {t('case.previous')}
      </button>
      <Slider
        className="revision-slider"
        min={first}
        max={last}
        value={here}
        onChange={goTo}
        ariaLabelForHandle={t('case.slider')}
        tooltip={{ formatter: (n) => t('case.eventNo', { n }) }}
      />
      <button
        type="button"
        className="plain-button"
        disabled={here >= last}
        onClick={() => {
          goTo(here + 1);
        }}
      >
        {t('case.nextEvent')} ›
      </button>
      <label>
        {t('case.number')}
        <input
          type="number"
          min={first}
          max={last}
          value={here}
          onChange={(event) => {
            goTo(event.target.valueAsNumber);
          }}
        />
        <span>/ {last}</span>
      </label>
      <label>
        {t('case.day')}
        <input
          type="date"
          value={shanghaiDay(view.recordedAt)}
          onChange={(event) => {
            goToDay(event.target.value);
          }}
        />
      </label>
    </section>
  );
};
