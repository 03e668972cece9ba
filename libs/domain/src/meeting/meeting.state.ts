import type { Actor } from '@duban/kernel';

/** A meeting as it was recorded. `serving`: members of the body on that day, as its register said at `bodyRevision`. */
export type RecordedMeeting = {
  readonly status: 'recorded';
  readonly meetingId: string;
  readonly body: string;
  /** 届次 */
  readonly session: string;
  readonly number: number;
  /** ISO date in Asia/Shanghai. */
  readonly heldOn: string;
  readonly present: number;
  readonly serving: number;
  readonly bodyRevision: number;
  readonly recorder: Actor;
};

export type MeetingState = { readonly status: 'unrecorded' } | RecordedMeeting;

/** More than half of all members: what the law asks of the Standing Committee (OL 51). */
export const isMajorityOfAll = ({
  present,
  serving,
}: Pick<RecordedMeeting, 'present' | 'serving'>): boolean => present * 2 > serving;
