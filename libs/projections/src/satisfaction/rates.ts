import type { SurveyWaveRecorded, VoteRecorded } from '@duban/domain';

export type Rates = { readonly positive: number | null; readonly topTwo: number | null };

/** Whole per mille, rounded half up in whole numbers. */
const perMille = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole));

/** Of three levels the best one stands against "top two": satisfied alone. Of the valid ballots, for display only. */
export const voteRates = ({ counts, valid }: VoteRecorded['data']): Rates => ({
  positive: perMille(counts.satisfied + counts.basic, valid),
  topTwo: perMille(counts.satisfied, valid),
});

export const surveyRates = ({ counts, valid }: SurveyWaveRecorded['data']): Rates => ({
  positive: perMille(counts.verySatisfied + counts.satisfied + counts.basic, valid),
  topTwo: perMille(counts.verySatisfied + counts.satisfied, valid),
});
