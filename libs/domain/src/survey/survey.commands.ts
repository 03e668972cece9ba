import type { Actor, Message } from '@duban/kernel';
import type { SurveyDesign, SurveyWave, SurveyWaveTally } from './survey.events.ts';

/** The part of a command's context that these rules read: who acts, and on which date in Asia/Shanghai. */
type InContext = { readonly context: { readonly actor: Actor; readonly occurredOn: string } };

export type DesignSurvey = Message<'DesignSurvey', SurveyDesign> & InContext;
export type OpenWave = Message<'OpenWave', SurveyWave> & InContext;
export type CloseWave = Message<
  'CloseWave',
  { readonly surveyId: string; readonly waveId: string; readonly tally: SurveyWaveTally }
> &
  InContext;

export type SurveyCommand = DesignSurvey | OpenWave | CloseWave;

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
