import { rejected, type Actor, type Message, type Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { RegisterStep } from '../register/register-step.ts';
import type { SurveyDesign } from './design-survey.step.ts';
import type { SurveyState } from './survey.state.ts';

export type SurveyRejection =
  | 'survey.other-id'
  | 'survey.unknown'
  | 'survey.known-differently'
  | 'survey.covers-no-item'
  | 'survey.evaluates-no-organ'
  | 'survey.collected-by-evaluated-organ'
  | 'survey.wave-known-differently'
  | 'survey.wave-plan-invalid'
  | 'survey.another-wave-open'
  | 'survey.wave-unknown'
  | 'survey.wave-closed-differently'
  | 'survey.closed-before-opening'
  | 'survey.tally-inconsistent'
  | 'survey.dataset-hash-invalid';

/** A step of a survey: its design, and the opening and closing of its waves. */
export type SurveyStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  SurveyState,
  Sent,
  Event,
  SurveyRejection
>;

export const surveyStream = (surveyId: string): string => `survey-${surveyId}`;

/** The organ never collects its own evaluation: collecting in person biases upward (section 4, S23; C48). */
export const refuseBiased = (
  { evaluatedOrgans, collector, contractor }: SurveyDesign,
  actor: Actor,
): Rejected<SurveyRejection> | null => {
  const organ = [collector, contractor, actor.organ].find((candidate) => evaluatedOrgans.includes(candidate));
  return organ === undefined ? null : rejected('survey.collected-by-evaluated-organ', { organ });
};
