/**
 * Events of a `survey-<id>` stream. Storage format: a changed payload is a new schema version. Tallies and a dataset
 * hash only: answers, tokens and respondents never enter the log (section 4).
 */
import type { Message } from '@duban/kernel';
import type { CollectionMode } from '../case/case.vocabulary.ts';
import type { SurveyResult, SurveyTally } from '../evaluation/survey.ts';
import type { SurveyRule } from '../ruleset/ruleset.ts';

export type SurveyDesign = {
  readonly surveyId: string;
  readonly caseId: string;
  readonly coversItemIds: readonly string[];
  readonly instrument: CollectionMode;
  readonly population: string;
  readonly frame: string;
  /** Organs whose work is judged: neither they nor their people may collect (S23). */
  readonly evaluatedOrgans: readonly string[];
  /** The organ that answers for collecting, and the contractor that does it. */
  readonly collector: string;
  readonly contractor: string;
  readonly weightScheme: string | null;
  /** Frozen from the rule set named beside it, so that later rules never judge this survey. */
  readonly ruleSet: string;
  readonly rule: SurveyRule;
};

export type SurveyDesigned = Message<'SurveyDesigned', SurveyDesign>;

export type SurveyWave = {
  readonly surveyId: string;
  readonly waveId: string;
  /** The cycle of the items that is judged: each cycle is asked about anew. */
  readonly cycle: number;
  readonly planned: number;
  readonly opensOn: string;
  /** No wave stays open for ever (C50). */
  readonly closesOn: string;
};

export type SurveyWaveOpened = Message<'SurveyWaveOpened', SurveyWave>;

export type SurveyWaveTally = SurveyTally & {
  readonly marginPerMille: number | null;
  readonly datasetHash: string;
};

export type SurveyWaveClosed = Message<
  'SurveyWaveClosed',
  {
    readonly surveyId: string;
    readonly waveId: string;
    readonly tally: SurveyWaveTally;
    /** Computed by the frozen rule, never typed. */
    readonly result: SurveyResult;
    readonly closedOn: string;
  }
>;

export type SurveyEvent = SurveyDesigned | SurveyWaveOpened | SurveyWaveClosed;

export const surveyStream = (surveyId: string): string => `survey-${surveyId}`;
