import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import type { MeetingState } from './meeting.state.ts';
import { recordMeeting } from './record-meeting.step.ts';

const meetingSteps = { RecordMeeting: recordMeeting };

export type MeetingCommand = CommandOf<typeof meetingSteps>;
export type MeetingEvent = EventOf<typeof meetingSteps>;

/** The register of meetings of bodies, one stream each: who decided what names one of them. */
export const meetingRegister: Register<MeetingState, typeof meetingSteps> = {
  idOf: ({ meetingId }) => meetingId,
  address: 'meetingId',
  collection: 'meetings',
  initialState: { status: 'unrecorded' },
  refuse: ({ meetingId }, state) =>
    state.status === 'recorded' && state.meetingId !== meetingId
      ? rejected('meeting.other-id', { meetingId: state.meetingId })
      : null,
  steps: meetingSteps,
};

export const meetingDecider = registerDecider(meetingRegister);
