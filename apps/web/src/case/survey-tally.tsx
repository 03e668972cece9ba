import { collectionModeTexts, surveyGradeTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from '../api/answers.ts';
import { useTerm } from '../terms/use-terms.ts';

type Survey = OpenedCase['records']['surveys'][number]['data'];

const rate = (part: number, whole: number): string => (whole === 0 ? '—' : ((part / whole) * 100).toFixed(1));

/** Both rates, since the choice between them changes the story (domain.md section 4). */
export const SurveyTally = ({ survey }: { readonly survey: Survey }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { counts, valid } = survey;
  const topTwo = counts.verySatisfied + counts.satisfied;
  return (
    <div className="tally">
      <h4>
        {t('case.survey.title', { wave: survey.waveId })}
        <small>{term(collectionModeTexts, survey.instrument)}</small>
      </h4>
      <p>
        {Object.entries(counts).map(([grade, count]) => (
          <span key={grade} className="tally-count">
            {term(surveyGradeTexts, grade)} <strong>{count}</strong>
          </span>
        ))}
      </p>
      <p>
        {t('case.survey.rates', {
          valid,
          issued: survey.issued,
          positive: rate(topTwo + counts.basic, valid),
          topTwo: rate(topTwo, valid),
        })}
        {survey.weightedRatePerMille !== null &&
          ` ${t('case.survey.weighted', { rate: (survey.weightedRatePerMille / 10).toFixed(1) })}`}
      </p>
      <p className="quiet">
        {survey.population} · {survey.frame} · {survey.contractor}
      </p>
    </div>
  );
};
