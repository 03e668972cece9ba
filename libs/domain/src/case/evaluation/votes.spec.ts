import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { decisionAt, knowing, meetingOf } from '../../authority/authority.fixture.ts';
import { attachment } from '../attachment/attachment.fixture.ts';
import { actors, evaluatingItems, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { inspection, vote } from './evaluation.fixture.ts';

const story = evaluatingItems().by(actors.office);
const good = vote('v2', [40, 12, 5]);
const failing = vote('v1', [10, 10, 30]);
const failed = story.does('RecordVote', failing);
const outcome = (told: Story) => told.by(actors.committee).decides('Conclude', { itemIds: ['i1'] });

describe('a second vote on an item in one cycle', () => {
  it.each([
    ['on the same question', {}],
    ['on another question at another meeting', { question: 'And now?', meetingNo: 'SC-13' }],
    ['with a ground that says nothing', { repeatGround: ' \u3000' }],
  ])('%s does not silently replace the first', (_what, more) => {
    expect(failed.decides('RecordVote', { ...good, ...more })).toEqual({
      rejected: 'vote.already-held',
      details: { itemId: 'i1', voteId: 'v1', on: '2026-03-25' },
    });
  });

  it('is held for a stated ground; both stay, and the later one counts', () => {
    const again = failed.does('RecordVote', { ...good, repeatGround: 'the terminals had failed' });
    expect(again.log.slice(-2)).toMatchObject([
      {
        type: 'VoteRepeated',
        data: { voteId: 'v2', repeats: ['v1'], ground: 'the terminals had failed' },
      },
      { type: 'VoteRecorded', data: { ...good, votedOn: '2026-03-25' } },
    ]);
    expect(again.opened().records.votes.map(({ data }) => data.voteId)).toEqual(['v1', 'v2']);
    expect(outcome(again)).toMatchObject({ rejected: 'conclusion.instrument-missing' });
    expect(outcome(failed)).toMatchObject([{ data: { outcome: 'dissatisfied' } }]);
  });

  it('is recorded once however often it is sent, and keeps its ground', () => {
    const repeated = { ...good, repeatGround: 'the terminals had failed' };
    const again = failed.does('RecordVote', repeated);
    expect(again.decides('RecordVote', repeated)).toEqual([]);
    for (const repeatGround of [undefined, 'another one'])
      expect(again.decides('RecordVote', { ...good, ...(repeatGround && { repeatGround }) })).toMatchObject({
        rejected: 'record.id-taken',
      });
  });

  it('is none where there was no first one', () => {
    expect(story.decides('RecordVote', { ...good, repeatGround: 'once more' })).toMatchObject({
      rejected: 'vote.nothing-repeated',
    });
  });
});

const meeting = meetingOf('npcsc', '2026-03-25', { present: 57 });
const held = (met = meeting): Story =>
  story.at('2026-03-27').with({ decision: decisionAt(met), known: knowing({ meeting: met }) });
const counted = { ...good, eligible: 60 };

describe('a vote at a registered meeting', () => {
  it('has its members of the day and those present, and was taken on its day whenever it is entered', () => {
    expect(held().decides('RecordVote', counted)).toMatchObject([
      { data: { eligible: 60, present: 57, votedOn: '2026-03-25' } },
    ]);
    expect(held().does('RecordVote', counted).at('2026-03-28').decides('RecordVote', counted)).toEqual([]);
  });

  it.each([
    ['another number of members', { eligible: 61 }],
    ['another number of those present', { present: 58 }],
  ])('is refused with %s', (_what, wrong) => {
    expect(held().decides('RecordVote', { ...counted, ...wrong })).toEqual({
      rejected: 'vote.other-than-meeting',
      details: { meeting: 'npcsc-2026-03-25', serving: 60, present: 57 },
    });
  });

  it('keeps those figures when its tally is corrected against the signed sheet', () => {
    const sheet = attachment({ attachmentId: 'sheet', itemId: null, sha256: 'sha256:tally' });
    const filed = held().does('RecordVote', counted).alone().does('FileAttachment', sheet);
    const targetEventId = filed.opened().records.votes[0]?.eventId ?? 'none';
    const propose = (field: string, old: number, next: number): CaseCommandData['ProposeCorrection'] => ({
      ...{ targetEventId, changes: [{ field, old, new: next }] },
      ...{ reason: 'a slip against the sheet', decision: null },
    });
    expect(filed.decides('ProposeCorrection', propose('/present', 57, 58))).toMatchObject({
      rejected: 'vote.other-than-meeting',
    });
    const slip = [{ field: '/tellers/0', old: 'person:t1', new: 'person:t3' }];
    expect(
      filed.decides('ProposeCorrection', { ...propose('/present', 57, 58), changes: slip }),
    ).toHaveLength(1);
  });
});

describe('a failed vote', () => {
  const verified = inspection('n1', 'verified');
  const spared = (told: Story) => outcome(told.at('2026-03-28'));

  it('spares what was verified before it on its day', () => {
    const seen = held().by(actors.committee).alone().at('2026-03-25');
    const voted = seen
      .does('RecordInspection', verified)
      .by(actors.office)
      .at('2026-03-27')
      .with({ decision: decisionAt(meeting), known: knowing({ meeting }) })
      .does('RecordVote', { ...failing, eligible: 60, present: 57, issued: 57 });
    expect(spared(voted.alone())).toMatchObject([{ data: { sparedByVerification: true } }]);
  });

  it('does not spare what was verified between the meeting and its entry', () => {
    const seen = story.at('2026-03-26').by(actors.committee).does('RecordInspection', verified);
    const voted = seen
      .by(actors.office)
      .at('2026-03-27')
      .with({ decision: decisionAt(meeting), known: knowing({ meeting }) })
      .does('RecordVote', { ...failing, eligible: 60, present: 57, issued: 57 });
    expect(spared(voted.alone())).toMatchObject([{ data: { outcome: 'dissatisfied' } }]);
  });
});

const { coversItemIds: _handling, ...onReport } = vote('r1', [40, 10, 7]);
const wu: Actor = { ...actors.office, id: 'person:wu' };

describe('a vote on the report', () => {
  const early = receivedItems().by(actors.office);

  it('is recorded at any stage, belongs to no cycle and moves no item', () => {
    const voted = early.does('RecordReportVote', {
      ...onReport,
      counts: { satisfied: 7, basic: 10, dissatisfied: 40 },
    });
    expect(voted.opened().items).toEqual(early.opened().items);
    expect(voted.opened().records).toMatchObject({ votes: [], reportVotes: [{ held: null }] });
  });

  it('neither stands for a vote on the handling nor fails one, nor keeps anybody from it', () => {
    const lost = { ...onReport, counts: { satisfied: 7, basic: 10, dissatisfied: 40 } };
    const voted = story.does('RecordReportVote', lost);
    expect(outcome(voted)).toMatchObject({ rejected: 'conclusion.instrument-missing' });
    expect(
      voted.by(actors.committee).decides('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: [] }),
    ).toHaveLength(1);
    expect(voted.decides('RecordVote', good)).toHaveLength(1);
  });

  it('is held once for a question at a meeting, or again for a ground', () => {
    const voted = early.does('RecordReportVote', onReport);
    expect(voted.decides('RecordReportVote', onReport)).toEqual([]);
    const second = { ...onReport, voteId: 'r2', question: ` ${onReport.question} ` };
    expect(voted.decides('RecordReportVote', second)).toMatchObject({ rejected: 'vote.already-held' });
    expect(voted.decides('RecordReportVote', { ...second, repeatGround: 'a power cut' })).toMatchObject([
      { type: 'VoteRepeated', data: { repeats: ['r1'] } },
      { type: 'ReportVoteRecorded' },
    ]);
    for (const other of [{ question: 'And the plan?' }, { meetingNo: 'SC-13' }])
      expect(voted.decides('RecordReportVote', { ...second, ...other })).toHaveLength(1);
    expect(voted.decides('RecordReportVote', { ...onReport, meetingNo: 'SC-13' })).toMatchObject({
      rejected: 'record.id-taken',
    });
  });

  it('is a true tally, of a case that is open', () => {
    expect(early.decides('RecordReportVote', { ...onReport, valid: 3 })).toMatchObject({
      rejected: 'vote.counts-wrong',
    });
    const ended = early
      .by(actors.committee)
      .does('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: [] })
      .does('CloseCase', {})
      .by(actors.office);
    expect(ended.decides('RecordReportVote', onReport)).toMatchObject({ rejected: 'case.not-open' });
  });

  it('is corrected by two persons against the sheet, which lies with the case', () => {
    const voted = early.does('RecordReportVote', onReport);
    const targetEventId = voted.opened().records.reportVotes[0]?.eventId ?? 'none';
    const change = {
      ...{ targetEventId, changes: [{ field: '/question', old: onReport.question, new: 'And the report?' }] },
      ...{ reason: 'a slip', decision: null },
    };
    expect(voted.decides('ProposeCorrection', change)).toMatchObject({
      rejected: 'correction.sheet-missing',
    });
    const corrected = voted
      .does('FileAttachment', attachment({ attachmentId: 's', itemId: null, sha256: 'sha256:tally' }))
      .does('ProposeCorrection', change)
      .by(wu)
      .does('ConfirmCorrection', { proposalId: 'correction-1' });
    expect(corrected.opened().records.reportVotes[0]?.data.question).toBe('And the report?');
  });
});
