import { rejected, type Rejected } from '@duban/kernel';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, id } from '../../schema/parts.ts';
import type { SurveyWaveTally } from '../../survey/close-wave.step.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { EventRecords } from '../step.ts';
import type { SurveyWaveRecorded } from './record-survey-wave.step.ts';

const surveyTalliedElsewhere = closed({ surveyId: uncorrectable(id()), waveId: uncorrectable(id()) });

/** No survey of ours holds this closed wave: the tally that follows was counted elsewhere, and nobody here has seen it grow. */
export type SurveyTalliedElsewhere = Stored<'SurveyTalliedElsewhere', typeof surveyTalliedElsewhere>;

/** The tally of the closed wave in our own survey; null: none holds it. Left out: nobody looked. */
export type ClosedWave = { readonly closedWave?: SurveyWaveTally | null };

/** What the copy says otherwise than the wave that was closed here. */
const differences = (
  { counts, ...wave }: SurveyWaveRecorded['data'],
  { counts: counted, ...tally }: SurveyWaveTally,
): readonly string[] => [
  ...(['issued', 'valid', 'weightedRatePerMille', 'marginPerMille', 'datasetHash'] as const).filter(
    (name) => wave[name] !== tally[name],
  ),
  ...(Object.keys(counted) as (keyof typeof counted)[]).filter((name) => counts[name] !== counted[name]),
];

/** That the tally comes from elsewhere, nothing where it is a copy of ours, or why it is none. */
export const originOf = (
  wave: SurveyWaveRecorded['data'],
  closedWave: ClosedWave['closedWave'],
): readonly SurveyTalliedElsewhere[] | Rejected<CaseRejection> => {
  const { surveyId, waveId } = wave;
  if (closedWave === undefined) return [];
  if (closedWave === null) return [{ type: 'SurveyTalliedElsewhere', data: { surveyId, waveId } }];
  const fields = differences(wave, closedWave);
  return fields.length === 0 ? [] : rejected('survey.other-than-closed', { surveyId, waveId, fields });
};

export const originEvents: EventRecords<SurveyTalliedElsewhere> = {
  SurveyTalliedElsewhere: {
    data: surveyTalliedElsewhere,
    seenBy: 'public',
    published: true,
    // It says of the tally after it where that comes from; the tally counts all the same.
    fold: (state) => state,
  },
};
