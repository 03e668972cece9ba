import { describe, expect, it } from '@jest/globals';
import { bodies } from '../authority/authority.fixture.ts';
import { actors } from '../case/case-story.fixture.ts';
import { deciding } from '../given.fixture.ts';
import { contextOn, placed } from '../register/placed.fixture.ts';
import { meetingDecider, type MeetingCommand } from './meeting.register.ts';

const context = {
  ...contextOn('2026-06-01', actors.office),
  known: { bodies, meeting: null, mandate: null, termEnds: [] },
};
const decide = deciding(placed(meetingDecider, context));
const record = (more: object = {}): MeetingCommand => ({
  type: 'RecordMeeting',
  data: {
    ...{ meetingId: 'sc-12', body: 'npcsc', session: '六届', number: 12 },
    ...{ heldOn: '2026-05-28', present: 31, ...more },
  },
});

describe('a meeting', () => {
  it('keeps how many served on its day, and the revision of the body’s register', () => {
    expect(decide(record()).last).toMatchObject([{ data: { present: 31, serving: 60, bodyRevision: 0 } }]);
  });

  it('keeps who recorded it', () => {
    expect(decide(record()).state).toMatchObject({
      status: 'recorded',
      recorder: { role: expect.any(String) },
    });
  });

  it('that is recorded twice decides nothing', () => {
    expect(decide(record(), record()).last).toEqual([]);
  });

  it('is recorded where too few were present, too: it was held', () => {
    expect(decide(record({ present: 3 })).events).toHaveLength(1);
  });
});

describe('a meeting is not recorded', () => {
  it.each<[string, readonly MeetingCommand[], string]>([
    ['with more members than serve', [record({ present: 61 })], 'meeting.present-impossible'],
    ['with nobody present', [record({ present: 0 })], 'meeting.present-impossible'],
    ['before it was held', [record({ heldOn: '2026-06-02' })], 'meeting.in-future'],
    ['on no day', [record({ heldOn: '2026-02-30' })], 'meeting.date-invalid'],
    ['of a body that nobody registered', [record({ body: 'constructor' })], 'meeting.body-unknown'],
    ['of a body before its first day', [record({ heldOn: '2023-01-19' })], 'meeting.body-unknown'],
    ['with other facts', [record(), record({ present: 32 })], 'meeting.known-differently'],
    ['under another id', [record(), record({ meetingId: 'sc-13' })], 'meeting.other-id'],
  ])('%s', (_what, commands, code) => {
    expect(decide(...commands).last).toMatchObject({ rejected: code });
  });

  it('by an organ that does not keep the body', () => {
    const { last } = deciding(placed(meetingDecider, { ...context, actor: actors.committee }))(record());
    expect(last).toMatchObject({ rejected: 'meeting.not-your-body' });
  });

  it('on a decision: it rests on none', () => {
    const decision = { body: 'npcsc', form: 'signature', on: '2026-05-28' } as const;
    const { last } = deciding(placed(meetingDecider, { ...context, decision }))(record());
    expect(last).toMatchObject({ rejected: 'decision.not-taken-yet' });
  });
});
