import type { DecisionOfBody } from '@duban/kernel';
import type { BodyState } from '../body/body.state.ts';
import { actors } from '../case/case-story.fixture.ts';
import type { GivenMandate } from '../mandate/mandate.state.ts';
import type { RecordedMeeting } from '../meeting/meeting.state.ts';
import type { BodyKind } from '../body/body-kind.ts';
import type { KnownAuthority } from './known-authority.ts';

const body = (bodyId: string, kind: BodyKind, serving: number): BodyState => ({
  status: 'registered',
  bodyId,
  kind,
  sizes: [{ from: '2023-01-20', serving, quota: serving + 2, keptBy: ['npcsc-council', 'npcsc-office'] }],
  lastDay: null,
});

/** For specs only: the Council of the stories, and the Committee above it, both kept by council and office. */
export const bodies: KnownAuthority['bodies'] = {
  'npcsc-council': { state: body('npcsc-council', 'chairpersons-council', 9), revision: 0 },
  npcsc: { state: body('npcsc', 'standing-committee', 60), revision: 0 },
  'urban-committee': { state: body('urban-committee', 'special-committee', 12), revision: 0 },
};

/** A meeting of a body on a day. */
export const meetingOf = (
  bodyId: string,
  heldOn: string,
  more: Partial<RecordedMeeting> = {},
): RecordedMeeting => ({
  ...{ status: 'recorded', meetingId: `${bodyId}-${heldOn}`, body: bodyId, session: '6', number: 31, heldOn },
  ...{ present: 40, serving: 60, bodyRevision: 0, recorder: actors.office },
  ...more,
});

/** The decision that was taken there. */
export const decisionAt = ({ meetingId, body: of, heldOn }: RecordedMeeting): DecisionOfBody => ({
  body: of,
  form: 'meeting',
  on: heldOn,
  meeting: meetingId,
});

/** A standing mandate of the Council for its own posts. */
export const mandateOf = (more: Partial<GivenMandate> = {}): GivenMandate => ({
  ...{ status: 'given', mandateId: 'm-1', body: 'npcsc-council', kind: 'chairpersons-council' },
  post: { role: 'chairpersons-council', organ: 'npcsc-council' },
  ...{ steps: ['ApproveList', 'DecideExtension', 'Suspend', 'Resume'], all: true, cases: [], topics: [] },
  ...{ from: '2026-01-01', until: null, first: null },
  ...more,
});

/** What the registers say, with this meeting and this mandate read. */
export const knowing = (read: {
  readonly meeting?: RecordedMeeting;
  readonly mandate?: GivenMandate;
  readonly termEnds?: readonly string[];
}): KnownAuthority => ({
  bodies,
  meeting: read.meeting === undefined ? null : { state: read.meeting, revision: 0 },
  mandate: read.mandate === undefined ? null : { state: read.mandate, revision: 0 },
  termEnds: read.termEnds ?? [],
});
