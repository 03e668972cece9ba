import { useTranslation } from 'react-i18next';
import type { Cycle } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { Room } from './room.tsx';

export const Extensions = ({ cycle }: { readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { date } = useDates();
  if (cycle.extensions.length === 0) return null;
  return (
    <Room title={t('case.extensions.title')}>
      <ul className="lines">
        {cycle.extensions.map((extension) => (
          <li key={`${extension.requestedOn} ${extension.requestedDue}`}>
            {t('case.extensions.asked', {
              on: date(extension.requestedOn),
              due: date(extension.requestedDue),
              reason: extension.reason,
            })}
            <br />
            {extension.decision === null
              ? t('case.extensions.undecided')
              : t(`case.extensions.${extension.decision}`, {
                  by: extension.decidedBy === null ? '' : nameOf(extension.decidedBy),
                  due: extension.newDue === null ? '' : date(extension.newDue),
                  reason: extension.refusedFor ?? '',
                })}
          </li>
        ))}
      </ul>
    </Room>
  );
};
