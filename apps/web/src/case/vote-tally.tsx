import { ballotModeTexts, gradeTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { VoteRecorded } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import { needed, useVoteRule, type Denominator } from './use-vote-rule.ts';
import { Rows } from './room.tsx';

type Props = { readonly vote: VoteRecorded; readonly ruleSet: string | null };

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`;

const denominators = (vote: VoteRecorded): readonly { of: Denominator; value: number }[] => [
  { of: 'all-members', value: vote.eligible },
  { of: 'present', value: vote.present },
  { of: 'valid', value: vote.valid },
];

/** The ballots, and the same ballots against each denominator: which one holds decides the outcome. */
export const VoteTally = ({ vote, ruleSet }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { date } = useDates();
  const rule = useVoteRule(ruleSet);
  const { satisfied, basic, dissatisfied } = vote.counts;
  const grades = { satisfied, basic, dissatisfied };
  const ruled = denominators(vote).find(({ of }) => of === rule?.denominator);
  return (
    <div className="tally">
      <h4>
        {t('case.vote.title', { date: date(vote.votedOn), meeting: vote.meetingNo })}
        <small>{term(ballotModeTexts, vote.ballotMode)}</small>
      </h4>
      <p>{vote.question}</p>
      <div className="tally-bar" aria-hidden="true">
        {Object.entries(grades).map(([grade, count]) => (
          <span key={grade} className={`tally-${grade}`} style={{ flexGrow: count }} />
        ))}
        <span className="tally-absent" style={{ flexGrow: Math.max(vote.eligible - vote.valid, 0) }} />
      </div>
      <p>
        {Object.entries(grades).map(([grade, count]) => (
          <span key={grade} className="tally-count">
            {term(gradeTexts, grade)} <strong>{count}</strong>
          </span>
        ))}
        <small>
          {t('case.vote.ballots', {
            issued: vote.issued,
            collected: vote.collected,
            valid: vote.valid,
            invalid: vote.invalid,
          })}
        </small>
      </p>
      <Rows
        rows={denominators(vote)}
        caption={t('case.vote.denominators')}
        columns={[
          {
            title: t('case.vote.denominator'),
            cell: ({ of, value }) => (
              <>
                {t(`case.vote.of.${of}`, { count: value })}
                {of === rule?.denominator && <span className="mark mark-rule">{t('case.vote.holds')}</span>}
              </>
            ),
          },
          {
            title: t('case.vote.satisfied'),
            cell: ({ value }) => `${satisfied} (${percent(satisfied, value)})`,
          },
          {
            title: t('case.vote.positive'),
            cell: ({ value }) => `${satisfied + basic} (${percent(satisfied + basic, value)})`,
          },
        ]}
      />
      {rule !== undefined && ruled !== undefined && (
        <p>
          {t('case.vote.explained', {
            rule: rule.id,
            whole: t(`case.vote.of.${ruled.of}`, { count: ruled.value }),
            required: needed(rule, ruled.value),
            satisfied,
            positive: satisfied + basic,
          })}
        </p>
      )}
    </div>
  );
};
