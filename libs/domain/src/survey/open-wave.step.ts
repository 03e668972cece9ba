import { ownEntry } from '../case/own-entry.ts';
import { rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, count, date, id, whole } from '../schema/parts.ts';
import { refuseBiased, type SurveyStep } from './survey-step.ts';
import { openWaveOf } from './survey.state.ts';

/** Each cycle of the items is asked about anew, and no wave stays open for ever (C50). */
const surveyWaveOpened = closed({
  surveyId: id(),
  waveId: id(),
  cycle: whole(1),
  planned: count(),
  opensOn: date(),
  closesOn: date(),
});

export type SurveyWaveOpened = Stored<'SurveyWaveOpened', typeof surveyWaveOpened>;
export type SurveyWave = SurveyWaveOpened['data'];

const isPlanned = ({ planned, cycle, opensOn, closesOn }: SurveyWave): boolean =>
  [planned, cycle].every((n) => Number.isSafeInteger(n) && n > 0) &&
  isIsoDate(opensOn) &&
  isIsoDate(closesOn) &&
  opensOn <= closesOn;

export const openWave: SurveyStep<typeof surveyWaveOpened, SurveyWaveOpened> = {
  label: { zh: '开放测评批次', en: 'Open a wave' },
  data: surveyWaveOpened,
  who: ['supervision-office', 'working-body'],
  decide: (data, survey, { actor }) => {
    if (survey.status === 'undesigned') return rejected('survey.unknown');
    const biased = refuseBiased(survey.design, actor);
    if (biased !== null) return biased;
    const { waveId } = data;
    const known = ownEntry(survey.waves, waveId);
    if (known !== undefined)
      return sameFacts(known.opened, data) ? [] : rejected('survey.wave-known-differently', { waveId });
    if (!isPlanned(data)) return rejected('survey.wave-plan-invalid');
    const other = openWaveOf(survey);
    if (other !== undefined) return rejected('survey.another-wave-open', { waveId: other.waveId });
    return [{ type: 'SurveyWaveOpened', data }];
  },
  events: {
    SurveyWaveOpened: {
      data: surveyWaveOpened,
      seenBy: 'parties',
      published: false,
      fold: (survey, { data }) =>
        survey.status === 'undesigned'
          ? survey
          : { ...survey, waves: { ...survey.waves, [data.waveId]: { opened: data, closed: null } } },
    },
  },
};
