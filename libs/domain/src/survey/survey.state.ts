import type { SurveyWaveClosed } from './close-wave.step.ts';
import type { SurveyDesign } from './design-survey.step.ts';
import type { SurveyWave } from './open-wave.step.ts';

export type WaveState = {
  readonly opened: SurveyWave;
  readonly closed: SurveyWaveClosed['data'] | null;
};

export type DesignedSurvey = {
  readonly status: 'designed';
  readonly design: SurveyDesign;
  readonly waves: Readonly<Record<string, WaveState>>;
};

export type SurveyState = { readonly status: 'undesigned' } | DesignedSurvey;

/** At most one wave is open, so that one person is asked once at a time (C51). */
export const openWaveOf = ({ waves }: DesignedSurvey): SurveyWave | undefined =>
  Object.values(waves).find(({ closed }) => closed === null)?.opened;
