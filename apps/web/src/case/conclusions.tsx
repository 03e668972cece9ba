import { dispositionTexts, gradeTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import type { CycleProps } from './cycle-props.ts';
import { DueDateSteps } from './due-explained.tsx';
import { inCycle } from './in-cycle.ts';
import { Room } from './room.tsx';
import { SurveyTally } from './survey-tally.tsx';
import { VoteTally } from './vote-tally.tsx';

/** How the round was judged: the instruments first, then what was computed from them, then the closing. */
export const Conclusions = ({ item, cycle, state }: CycleProps) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  const votes = inCycle(state.records.votes, item.itemId, cycle.n);
  const surveys = inCycle(state.records.surveys, item.itemId, cycle.n);
  const appraisals = inCycle(state.records.appraisals, item.itemId, cycle.n);
  const { conclusions, closing } = cycle;
  if ([votes, surveys, appraisals, conclusions].every(({ length }) => length === 0) && closing === null)
    return null;
  return (
    <Room title={t('case.evaluation.title')}>
      {votes.map((vote) => (
        <VoteTally key={vote.eventId} vote={vote.data} ruleSet={item.ruleSet} />
      ))}
      {surveys.map((survey) => (
        <SurveyTally key={survey.eventId} survey={survey.data} />
      ))}
      {appraisals.map(({ eventId, data }) => (
        <p key={eventId}>
          {t('case.evaluation.appraisal', { no: data.appraisalNo })}
          <strong>{term(gradeTexts, data.grade)}</strong>{' '}
          {data.dimensions.map(({ name, scoreOutOf100 }) => `${name} ${scoreOutOf100}`).join(' · ')}
        </p>
      ))}
      {conclusions.map(({ eventId, on, data }) => (
        <p key={eventId} className={`outcome outcome-${data.outcome}`}>
          {t('case.evaluation.concluded', { date: date(on) })}
          <strong>{term(gradeTexts, data.outcome)}</strong>
          <small>
            {t('case.evaluation.rule', { rule: data.ruleId, count: data.inputs.length })}
            {data.sparedByVerification && ` ${t('case.evaluation.spared')}`}
            {data.next !== null && ` ${t('case.evaluation.next', { n: data.next.cycle })}`}
          </small>
        </p>
      ))}
      {closing !== null && (
        <div className="closing">
          {t('case.evaluation.closed', {
            date: date(closing.data.closedOn),
            verifier: nameOf(closing.data.verifier),
            signer: nameOf(closing.data.signer),
          })}
          <strong>{term(dispositionTexts, closing.data.disposition)}</strong>
          {closing.data.lookBackDue !== null && (
            <DueDateSteps due={closing.data.lookBackDue} title={t('case.lookBack.due')} />
          )}
        </div>
      )}
    </Room>
  );
};
