import type { RuleSet } from './ruleset.ts';

export type RuleSetVersion = { readonly rules: RuleSet; readonly effectiveFrom: string };

/** `versions` are contiguous from 1 and their dates never go back. */
export type RuleSetState =
  | { readonly status: 'unpublished' }
  | { readonly status: 'published'; readonly id: string; readonly versions: readonly RuleSetVersion[] };

const versionsOf = (state: RuleSetState): readonly RuleSetVersion[] =>
  state.status === 'published' ? state.versions : [];

export const ruleSetVersion = (state: RuleSetState, version: number): RuleSetVersion | undefined =>
  versionsOf(state).find(({ rules }) => rules.version === version);

export const latestRuleSet = (state: RuleSetState): RuleSetVersion | undefined => versionsOf(state).at(-1);

/** What an assignment made on `date` pins: the last version in force by then. */
export const ruleSetOn = (state: RuleSetState, date: string): RuleSet | undefined =>
  versionsOf(state).findLast(({ effectiveFrom }) => effectiveFrom <= date)?.rules;
