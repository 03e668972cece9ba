import { rejected, type Basis, type Message, type Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import { isIsoDate } from '../calendar/iso-date.ts';
import type { RegisterStep } from '../register/register-step.ts';
import type { BodyState } from './body.state.ts';

export type BodyRejection =
  | 'body.other-id'
  | 'body.unknown'
  | 'body.known-differently'
  | 'body.without-basis'
  | 'body.date-invalid'
  | 'body.date-before-last-change'
  | 'body.size-impossible'
  | 'body.ended';

/** A step in the life of a body: how many sit in it, who keeps its records, until when it is. */
export type BodyStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  BodyState,
  Sent,
  Event,
  BodyRejection
>;

export const bodyStream = (bodyId: string): string => `body-${bodyId}`;

/** Members come by election and go by resignation or removal: each time there is a document. */
export const refuseNoBasis = ({ documentNo = '', meeting = '' }: Basis): Rejected<BodyRejection> | null =>
  documentNo.trim() === '' && meeting.trim() === '' ? rejected('body.without-basis') : null;

export const refuseNoDate = (date: string): Rejected<BodyRejection> | null =>
  isIsoDate(date) ? null : rejected('body.date-invalid', { date });

type Counted = { readonly serving: number; readonly quota: number };

/** Nobody decides in a body without members, and no more serve than its quota has seats. */
export const refuseSize = ({ serving, quota }: Counted): Rejected<BodyRejection> | null =>
  serving > 0 && serving <= quota ? null : rejected('body.size-impossible', { serving, quota });
