import { assignmentRoleTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { AssignmentState, Cycle } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room, Rows, type Column } from './room.tsx';

export const Assignments = ({ cycle }: { readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  const day = (value: string | null): string => (value === null ? '—' : date(value));
  const coOpinion = ({
    role,
    coOpinion: given,
    coOpinionDue,
    coOpinionMissedOn,
  }: AssignmentState): string => {
    if (role !== 'co') return '';
    if (given !== null) return t('case.assignment.coGiven', { date: date(given.on), text: given.data.text });
    if (coOpinionMissedOn !== null) return t('case.assignment.coMissed', { date: date(coOpinionMissedOn) });
    return coOpinionDue === null ? '' : t('case.assignment.coDue', { date: date(coOpinionDue.date) });
  };
  const columns: readonly Column<AssignmentState>[] = [
    {
      title: t('case.assignment.organ'),
      cell: ({ organ, role, endedOn, endReason }) => (
        <>
          <strong className={endedOn === null ? undefined : 'ended'}>{nameOf(organ)}</strong>{' '}
          <span className="mark">{term(assignmentRoleTexts, role)}</span>
          {endedOn !== null && endReason !== null && (
            <small>{t(`case.assignment.${endReason}`, { date: date(endedOn) })}</small>
          )}
        </>
      ),
    },
    { title: t('case.assignment.scope'), cell: ({ scopeText }) => scopeText },
    { title: t('case.assignment.assignedOn'), cell: ({ assignedOn }) => date(assignedOn) },
    {
      title: t('case.assignment.receivedOn'),
      cell: ({ receivedOn, handler, returnUntil, assignedOn }) => (
        <>
          {day(receivedOn)} {handler !== null && <small>{handler}</small>}
          {/* A later cycle carries the window of the first assignment, which means nothing there. */}
          {returnUntil.date >= assignedOn && (
            <small>{t('case.assignment.returnUntil', { date: date(returnUntil.date) })}</small>
          )}
        </>
      ),
    },
    { title: t('case.assignment.coOpinion'), cell: coOpinion },
  ];
  const hasCo = cycle.assignments.some(({ role }) => role === 'co');
  return (
    <Room title={t('case.assignment.title')}>
      {cycle.assignments.length === 0 ? (
        <p className="quiet">{t('case.assignment.none')}</p>
      ) : (
        <Rows
          rows={cycle.assignments}
          columns={hasCo ? columns : columns.slice(0, -1)}
          caption={t('case.assignment.title')}
        />
      )}
    </Room>
  );
};
