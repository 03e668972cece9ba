import {
  dispositionTexts,
  lightTexts,
  stageTexts,
  supervisionFormTexts,
  type Text,
} from '@duban/domain/texts';
import type { BoardField } from './board-search.ts';

export type Facet = {
  readonly groupBy: 'light' | 'stage' | 'organ' | 'form' | 'disposition' | 'registerStatus';
  readonly field: BoardField;
  /** Absent: keys are organs, or the register's own words. */
  readonly terms?: Readonly<Record<string, Text>>;
  /** The order in which people think of the values; else the most frequent first. */
  readonly order?: readonly string[];
};

export const FACETS: readonly Facet[] = [
  { groupBy: 'light', field: 'light', terms: lightTexts, order: ['red', 'yellow', 'blue', 'green', 'grey'] },
  { groupBy: 'stage', field: 'stage', terms: stageTexts, order: Object.keys(stageTexts) },
  { groupBy: 'organ', field: 'leadOrgan' },
  { groupBy: 'form', field: 'form', terms: supervisionFormTexts },
  { groupBy: 'disposition', field: 'disposition', terms: dispositionTexts },
  { groupBy: 'registerStatus', field: 'registerStatus' },
];

/** How the value of a filter is called, for facets and for the row of filters in force. */
export const termsOf = (field: BoardField): Readonly<Record<string, Text>> | undefined =>
  FACETS.find((facet) => facet.field === field)?.terms;
