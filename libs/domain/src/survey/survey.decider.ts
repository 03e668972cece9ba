import { rejected, type Actor, type Decider, type Rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import { surveyOutcome, surveyTallyFaults, type SurveyFrame } from '../evaluation/survey.ts';
import type { CloseWave, DesignSurvey, OpenWave, SurveyCommand, SurveyRejection } from './survey.commands.ts';
import type { SurveyDesign, SurveyEvent, SurveyWave, SurveyWaveTally } from './survey.events.ts';
import { openWave, type DesignedSurvey, type SurveyState } from './survey.state.ts';

type Refusal = Rejected<SurveyRejection>;
type Decision = readonly SurveyEvent[] | Refusal;

/** The organ never collects its own evaluation: collecting in person biases upward (section 4, S23; C48). */
const biased = ({ evaluatedOrgans, collector, contractor }: SurveyDesign, actor: Actor): Refusal | null => {
  const organ = [collector, contractor, actor.organ].find((candidate) => evaluatedOrgans.includes(candidate));
  return organ === undefined ? null : rejected('survey.collected-by-evaluated-organ', { organ });
};

const design = ({ data }: DesignSurvey, state: SurveyState): Decision => {
  if (state.status === 'designed') {
    return sameFacts(state.design, data) ? [] : rejected('survey.known-differently');
  }
  if (data.coversItemIds.length === 0) return rejected('survey.covers-no-item');
  if (data.evaluatedOrgans.length === 0) return rejected('survey.evaluates-no-organ');
  return [{ type: 'SurveyDesigned', data }];
};

const planned = ({ planned: number, cycle, opensOn, closesOn }: SurveyWave): boolean =>
  [number, cycle].every((n) => Number.isSafeInteger(n) && n > 0) &&
  isIsoDate(opensOn) &&
  isIsoDate(closesOn) &&
  opensOn <= closesOn;

const open = ({ data }: OpenWave, survey: DesignedSurvey): Decision => {
  const known = survey.waves[data.waveId];
  if (known !== undefined) {
    return sameFacts(known.opened, data)
      ? []
      : rejected('survey.wave-known-differently', { waveId: data.waveId });
  }
  if (!planned(data)) return rejected('survey.wave-plan-invalid');
  const other = openWave(survey);
  if (other !== undefined) return rejected('survey.another-wave-open', { waveId: other.waveId });
  return [{ type: 'SurveyWaveOpened', data }];
};

/** 64 hexadecimal digits (SHA-256 or SM3), the algorithm's name before a colon if given. */
const HASH = /^([a-z0-9]+:)?[0-9a-f]{64}$/;

const tallyRefusal = (tally: SurveyWaveTally, frame: SurveyFrame): Refusal | null => {
  const faults = surveyTallyFaults(tally, frame);
  if (faults.length > 0) return rejected('survey.tally-inconsistent', { faults });
  return HASH.test(tally.datasetHash) ? null : rejected('survey.dataset-hash-invalid');
};

const close = ({ data, context }: CloseWave, survey: DesignedSurvey): Decision => {
  const { surveyId, waveId, tally } = data;
  const wave = survey.waves[waveId];
  if (wave === undefined) return rejected('survey.wave-unknown', { waveId });
  if (wave.closed !== null) {
    return sameFacts(wave.closed.tally, tally) ? [] : rejected('survey.wave-closed-differently', { waveId });
  }
  const { weightScheme } = survey.design;
  const refused = tallyRefusal(tally, { planned: wave.opened.planned, weightScheme });
  if (refused !== null) return refused;
  const closedOn = context.occurredOn;
  if (closedOn < wave.opened.opensOn) {
    return rejected('survey.closed-before-opening', { opensOn: wave.opened.opensOn });
  }
  const result = surveyOutcome(survey.design.rule, tally);
  return [{ type: 'SurveyWaveClosed', data: { surveyId, waveId, tally, result, closedOn } }];
};

/** A survey among residents about items of one case 群众满意度测评: designed once, asked in waves. */
export const surveyDecider: Decider<SurveyState, SurveyCommand, SurveyEvent, SurveyRejection> = {
  initialState: { status: 'undesigned' },

  decide: (command, state) => {
    if (state.status === 'designed' && state.design.surveyId !== command.data.surveyId) {
      return rejected('survey.other-id', { surveyId: state.design.surveyId });
    }
    if (command.type === 'DesignSurvey')
      return biased(command.data, command.context.actor) ?? design(command, state);
    if (state.status === 'undesigned') return rejected('survey.unknown');
    const refused = biased(state.design, command.context.actor);
    if (refused !== null) return refused;
    return command.type === 'OpenWave' ? open(command, state) : close(command, state);
  },

  evolve: (state, { type, data }) => {
    if (type === 'SurveyDesigned') return { status: 'designed', design: data, waves: {} };
    if (state.status === 'undesigned') return state;
    if (type === 'SurveyWaveOpened') {
      return { ...state, waves: { ...state.waves, [data.waveId]: { opened: data, closed: null } } };
    }
    const wave = state.waves[data.waveId];
    return wave === undefined
      ? state
      : { ...state, waves: { ...state.waves, [data.waveId]: { ...wave, closed: data } } };
  },
};
