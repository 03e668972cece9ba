import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { DecisionRejection } from '../authority/authority.rejections.ts';
import type { RegisterStep } from '../register/register-step.ts';
import type { MandateState } from './mandate.state.ts';

export type MandateRejection =
  | DecisionRejection
  | 'mandate.other-id'
  | 'mandate.known-differently'
  | 'mandate.unknown'
  | 'mandate.step-unknown'
  | 'mandate.never-delegable'
  | 'mandate.body-not-competent'
  | 'mandate.post-cannot'
  | 'mandate.other-body'
  | 'mandate.scope-unclear'
  | 'mandate.date-invalid'
  | 'mandate.ends-before-it-begins'
  | 'mandate.before-its-decision'
  | 'mandate.in-the-past';

/** A step in the life of a mandate: it is given, and it ends. */
export type MandateStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  MandateState,
  Sent,
  Event,
  MandateRejection
>;

export const mandateStream = (mandateId: string): string => `mandate-${mandateId}`;
