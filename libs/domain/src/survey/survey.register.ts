import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { closeWave } from './close-wave.step.ts';
import { designSurvey } from './design-survey.step.ts';
import { openWave } from './open-wave.step.ts';
import type { SurveyState } from './survey.state.ts';

const surveySteps = { DesignSurvey: designSurvey, OpenWave: openWave, CloseWave: closeWave };

export type SurveyCommand = CommandOf<typeof surveySteps>;
export type SurveyEvent = EventOf<typeof surveySteps>;

/** A survey among residents about items of one case 群众满意度测评: designed once, asked in waves. */
export const surveyRegister: Register<SurveyState, typeof surveySteps> = {
  idOf: ({ surveyId }) => surveyId,
  address: 'surveyId',
  collection: null,
  initialState: { status: 'undesigned' },
  refuse: ({ surveyId }, state) =>
    state.status === 'designed' && state.design.surveyId !== surveyId
      ? rejected('survey.other-id', { surveyId: state.design.surveyId })
      : null,
  steps: surveySteps,
};

export const surveyDecider = registerDecider(surveyRegister);
