import type { SurveyDesign, SurveyWave, SurveyWaveClosed } from './survey.events.ts';

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
export const openWave = ({ waves }: DesignedSurvey): SurveyWave | undefined =>
  Object.values(waves).find(({ closed }) => closed === null)?.opened;
