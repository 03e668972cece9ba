import { dueDateStepTexts, periodText } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Cycle, DueDate, ItemState } from '../api/answers.ts';
import { useLanguage } from '../language/use-language.ts';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room, Rows } from './room.tsx';

/** One legal date and how it was counted, each day with its reason. */
export const DueDateSteps = ({ due, title }: { readonly due: DueDate; readonly title: string }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const language = useLanguage();
  const { date, weekday } = useDates();
  return (
    <details className="due">
      <summary>
        <span>{title}</span> <strong>{date(due.date)}</strong> <small>{weekday(due.date)}</small>
        {due.provisional && <span className="mark mark-provisional">{t('board.provisional')}</span>}
        <small>{due.period === null ? t('case.due.fixed') : periodText(due.period)[language]}</small>
        <span className="due-how">{t('case.due.how')}</span>
      </summary>
      {due.provisional && <p className="quiet">{t('case.due.provisionalMeans')}</p>}
      <Rows
        rows={due.steps}
        caption={title}
        columns={[
          { title: t('case.due.day'), cell: (step) => date(step.date) },
          { title: t('case.due.weekday'), cell: (step) => weekday(step.date) },
          { title: t('case.due.rule'), cell: (step) => term(dueDateStepTexts, step.code) },
          { title: t('case.due.because'), cell: (step) => step.because ?? '' },
          { title: t('case.due.count'), cell: (step) => step.count ?? '' },
        ]}
      />
      <p className="quiet">{t('case.due.calendar', { version: due.calendar })}</p>
    </details>
  );
};

/** The date of the result that passed first in this round, as the log shows it; one that was annulled is none. */
const firstMissed = ({ misses }: ItemState, { n }: Cycle): string | undefined =>
  misses
    .filter(({ which, cycle, annulled }) => which === 'due' && cycle === n && annulled === null)
    .map(({ dueDate }) => dueDate)
    .sort()[0];

export const DueExplained = ({ item, cycle }: { readonly item: ItemState; readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const { date } = useDates();
  const missed = firstMissed(item, cycle);
  if (cycle.due === null && cycle.planDue === null) return null;
  return (
    <Room title={t('case.due.title')}>
      {cycle.due !== null && <DueDateSteps due={cycle.due} title={t('case.due.result')} />}
      {cycle.planDue !== null && <DueDateSteps due={cycle.planDue} title={t('case.due.plan')} />}
      {missed !== undefined && <p className="late">{t('case.due.missed', { date: date(missed) })}</p>}
    </Room>
  );
};
