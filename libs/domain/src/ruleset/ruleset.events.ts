/** Events of a `ruleset-<id>` stream. Storage format: a changed payload is a new schema version. */
import type { Message } from '@duban/kernel';
import type { RuleSet } from './ruleset.ts';

export type RuleSetPublished = Message<
  'RuleSetPublished',
  {
    readonly rules: RuleSet;
    /** ISO date from which new assignments pin this version; cases keep the one they pinned. */
    readonly effectiveFrom: string;
  }
>;

export type RuleSetEvent = RuleSetPublished;

export const ruleSetStream = (id: string): string => `ruleset-${id}`;
