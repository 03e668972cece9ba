import { eventTexts } from '@duban/contracts/browser';
import { stageTexts } from '@duban/domain/texts';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView, ItemStage, ItemState } from '../api/answers.ts';
import { useNarrow } from '../app/use-narrow.ts';
import { useDates, shanghaiDay } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { useCaseAddress, useCaseEvents } from './use-case.ts';
import { useIsLater } from './use-is-later.ts';
import { walkedSteps } from './walked-steps.ts';

/** The main road of domain.md section 2.2; the side roads show in the path walked. */
const ROAD: readonly ItemStage[] = [
  'REGISTERED',
  'LISTED',
  'ASSIGNED',
  'RECEIVED',
  'RECTIFYING',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
  'CLOSED',
];

/** Where on the main road somebody on a side road stands. */
const BESIDE: Readonly<Partial<Record<ItemStage, ItemStage>>> = {
  RETURN_REQUESTED: 'ASSIGNED',
  SUSPENDED: 'RECTIFYING',
  REWORK: 'RECTIFYING',
  LOOKBACK: 'CLOSED',
};

type Props = { readonly item: ItemState; readonly view: CaseView };

export const StageSteps = ({ item, view }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const narrow = useNarrow();
  const { date } = useDates();
  const { show } = useCaseAddress();
  const { events } = useCaseEvents();
  const place = ROAD.indexOf(BESIDE[item.stage] ?? item.stage);
  const aside = BESIDE[item.stage] !== undefined || place === -1;
  const isLater = useIsLater(view);
  const steps = walkedSteps(events, item.itemId).filter((event) => !isLater(event));
  return (
    <section className="walk" aria-label={t('case.stages')}>
      {place !== -1 && !narrow && (
        <Steps
          size="small"
          titlePlacement="vertical"
          type="dot"
          current={place}
          status={item.stage === 'CLOSED' ? 'finish' : 'process'}
          items={ROAD.map((stage) => ({ title: term(stageTexts, stage) }))}
        />
      )}
      {(aside || narrow) && (
        <p className="walk-aside">
          {t('case.nowIn')}
          <strong>{term(stageTexts, item.stage)}</strong>
        </p>
      )}
      <h3>{t('case.walked')}</h3>
      <ol className="walked">
        {steps.map((step) => (
          <li key={step.revision}>
            <button
              type="button"
              onClick={() => {
                show({ at: String(step.revision) });
              }}
            >
              {term(labels, step.type)}
              <small>{date(shanghaiDay(step.occurredAt))}</small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

const labels = Object.fromEntries(Object.entries(eventTexts).map(([type, { label }]) => [type, label]));
