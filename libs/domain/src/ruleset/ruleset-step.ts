import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { RegisterStep } from '../register/register-step.ts';
import type { RuleSetState } from './ruleset.state.ts';

export type RuleSetRejection =
  | 'ruleset.other-id'
  | 'ruleset.invalid'
  | 'ruleset.date-invalid'
  | 'ruleset.version-known-differently'
  | 'ruleset.version-not-contiguous'
  | 'ruleset.effective-before-predecessor';

/** A step in the life of a local rule set: another version. */
export type RuleSetStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  RuleSetState,
  Sent,
  Event,
  RuleSetRejection
>;

export const ruleSetStream = (id: string): string => `ruleset-${id}`;
