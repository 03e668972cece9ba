import type { RegisterStep } from '../register/register-step.ts';
import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { OrganState } from './organ.state.ts';

export type OrganRejection =
  | 'organ.other-id'
  | 'organ.unknown'
  | 'organ.known-differently'
  | 'organ.name-blank'
  | 'organ.date-invalid'
  | 'organ.date-before-last-change'
  | 'organ.own-successor'
  | 'organ.ended';

/** A step in the life of an organ: what it is called, and who comes after it. */
export type OrganStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  OrganState,
  Sent,
  Event,
  OrganRejection
>;

export const organStream = (organId: string): string => `organ-${organId}`;
