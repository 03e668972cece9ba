import { returnReasonTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room } from './room.tsx';

export const Returns = ({ cycle }: { readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  if (cycle.returns.length === 0) return null;
  return (
    <Room title={t('case.returns.title')}>
      <ul className="lines">
        {cycle.returns.map(({ request, decision }) => (
          <li key={`${request.assignmentId} ${request.requestedOn}`}>
            {[
              date(request.requestedOn),
              term(returnReasonTexts, request.reasonCode),
              request.text,
              t('case.returns.proposed', { organ: nameOf(request.proposedOrgan) }),
            ].join(' · ')}
            <br />
            {decision === null
              ? t('case.returns.undecided')
              : t(decision.accepted ? 'case.returns.accepted' : 'case.returns.refused', {
                  reason: decision.reason,
                })}
          </li>
        ))}
      </ul>
    </Room>
  );
};
