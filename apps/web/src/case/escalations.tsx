import { dissatisfiedMeasureTexts, escalationLevelTexts, roleTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { ItemState } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room } from './room.tsx';

export const Escalations = ({ item }: { readonly item: ItemState }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  if (item.escalations.length === 0) return null;
  return (
    <Room title={t('case.escalation.title')} note={t('case.escalation.note')}>
      <ul className="lines">
        {item.escalations.map(({ eventId, on, data, cycle, decision }) => (
          <li key={eventId}>
            {date(on)} · {t('board.cycle', { n: cycle })} ·{' '}
            <strong>{term(escalationLevelTexts, data.level)}</strong>
            <small>{data.reason}</small>
            <small>
              {decision === null
                ? t('case.escalation.undecided')
                : t('case.escalation.decided', {
                    by: term(roleTexts, nameOf(decision.decidingBody)),
                    meeting: decision.meetingNo,
                    measure: term(dissatisfiedMeasureTexts, decision.measure),
                  })}
            </small>
          </li>
        ))}
      </ul>
    </Room>
  );
};
