import { severityTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { ItemState } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { DueDateSteps } from './due-explained.tsx';
import { Room } from './room.tsx';

export const LookBacks = ({ item }: { readonly item: ItemState }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { date } = useDates();
  if (item.lookBacks.length === 0 && item.lookBackDue === null) return null;
  return (
    <Room title={t('case.lookBack.title')}>
      {item.lookBackDue !== null && <DueDateSteps due={item.lookBackDue} title={t('case.lookBack.due')} />}
      <ul className="lines">
        {item.lookBacks.map(({ eventId, data }) => (
          <li key={eventId}>
            {date(data.lookedBackOn)} ·{' '}
            {'severity' in data ? (
              <strong className="late">
                {t('case.lookBack.relapse', { severity: term(severityTexts, data.severity) })}
              </strong>
            ) : (
              <strong>{t('case.lookBack.passed')}</strong>
            )}
            <small>{data.findings}</small>
            {'widerImplications' in data && data.widerImplications !== null && (
              <small>{t('case.lookBack.wider', { text: data.widerImplications })}</small>
            )}
          </li>
        ))}
      </ul>
    </Room>
  );
};
