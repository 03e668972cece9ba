import { milestoneTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room, Rows } from './room.tsx';

export const Plans = ({ cycle }: { readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { date } = useDates();
  const states = cycle.progress.at(-1)?.data.milestoneStates ?? [];
  const stateOf = (id: string): string => {
    const state = states.find(({ measureId }) => measureId === id)?.state;
    return state === undefined ? '—' : term(milestoneTexts, state);
  };
  if (cycle.plans.length === 0) return null;
  return (
    <Room title={t('case.plan.title')}>
      {cycle.plans.map(({ eventId, on, data, returnedFor }, at) => (
        <details key={eventId} open={at === cycle.plans.length - 1} className="due">
          <summary>
            {t('case.plan.version', { n: data.planVersion, date: date(on) })}
            {returnedFor !== null && (
              <span className="late">{t('case.plan.returned', { reason: returnedFor })}</span>
            )}
          </summary>
          <Rows
            rows={data.measures}
            caption={t('case.plan.title')}
            columns={[
              { title: t('case.plan.measure'), cell: ({ text }) => text },
              { title: t('case.plan.post'), cell: ({ post }) => post },
              { title: t('case.plan.milestone'), cell: ({ milestoneDate }) => date(milestoneDate) },
              {
                title: t('case.plan.target'),
                cell: ({ indicator, target }) =>
                  [indicator, target].filter((part) => part !== '').join(' → '),
              },
              { title: t('case.plan.state'), cell: ({ id }) => stateOf(id) },
            ]}
          />
        </details>
      ))}
    </Room>
  );
};
