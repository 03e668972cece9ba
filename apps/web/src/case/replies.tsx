import { dimensionTexts, gradeTexts, roundTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { Room, Rows } from './room.tsx';

/** Deputies' suggestions: the reply, what it promises, and the deputy's two evaluations. */
export const Replies = ({ cycle }: { readonly cycle: Cycle }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  if (cycle.replies.length === 0) return null;
  return (
    <Room title={t('case.reply.title')}>
      <ul className="lines">
        {cycle.replies.map(({ eventId, data }) => (
          <li key={eventId}>
            {t('case.reply.sent', {
              date: date(data.sentOn),
              no: data.replyNo,
              letter: data.class,
              scheme: data.scheme,
            })}
            <small>{data.text}</small>
          </li>
        ))}
        {cycle.replyEvaluations.map(({ eventId, data }) => (
          <li key={eventId}>
            {term(roundTexts, String(data.round))} · {nameOf(data.organ)} ·{' '}
            {data.dimensions
              .map(({ dimension, grade }) => `${term(dimensionTexts, dimension)} ${term(gradeTexts, grade)}`)
              .join(' · ')}
            {data.reasons !== null && <small>{data.reasons}</small>}
          </li>
        ))}
      </ul>
      {cycle.commitments.length > 0 && (
        <Rows
          rows={cycle.commitments}
          caption={t('case.reply.commitments')}
          columns={[
            { title: t('case.reply.commitment'), cell: ({ text }) => text },
            { title: t('case.reply.dueOn'), cell: ({ dueOn }) => date(dueOn) },
            {
              title: t('case.reply.state'),
              cell: ({ fulfilledBy, rolledOver, explanation }) => (
                <>
                  {t(fulfilledBy === null ? 'case.reply.open' : 'case.reply.fulfilled')}
                  {rolledOver > 0 && (
                    <small>{t('case.reply.rolledOver', { count: rolledOver, explanation })}</small>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Room>
  );
};
