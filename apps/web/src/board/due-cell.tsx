import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';

const DaysText = ({ left }: { readonly left: number }) => {
  const { t } = useTranslation();
  return (
    <small>{left < 0 ? t('board.daysOver', { count: -left }) : t('board.daysLeft', { count: left })}</small>
  );
};

export const DueCell = ({ item }: { readonly item: BoardItem }) => {
  const { t } = useTranslation();
  const { date } = useDates();
  const { due, lookBackDue, closedOn, light } = item;
  const lookBack = item.stage === 'LOOKBACK' && lookBackDue !== null ? lookBackDue : null;
  const day = lookBack ?? due?.date;
  return (
    <span className="due-cell">
      <span>
        {day === undefined ? t('board.noDue') : date(day)}
        {due?.provisional === true && <span className="mark mark-provisional">{t('board.provisional')}</span>}
      </span>
      {lookBack !== null && <small>{t('board.lookBackDue')}</small>}
      {light.workingDaysLeft !== null && <DaysText left={light.workingDaysLeft} />}
      {closedOn !== null && <small>{t('board.closedOn', { date: date(closedOn) })}</small>}
    </span>
  );
};
