import type { Message } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import type { RegisterStep } from '../register/register-step.ts';
import type { MeetingState } from './meeting.state.ts';

export type MeetingRejection =
  | 'meeting.other-id'
  | 'meeting.known-differently'
  | 'meeting.body-unknown'
  | 'meeting.not-your-body'
  | 'meeting.date-invalid'
  | 'meeting.in-future'
  | 'meeting.present-impossible';

/** A step of a meeting of a body: that it was held. */
export type MeetingStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  MeetingState,
  Sent,
  Event,
  MeetingRejection
>;

export const meetingStream = (meetingId: string): string => `meeting-${meetingId}`;
