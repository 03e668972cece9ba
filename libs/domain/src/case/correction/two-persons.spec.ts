import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { attachment } from '../attachment/attachment.fixture.ts';
import { inspection, survey, vote } from '../evaluation/evaluation.fixture.ts';
import { actors, evaluatingItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { rectifying } from '../handling.fixture.ts';

type Proposal = CaseCommandData['ProposeCorrection'];

const wu: Actor = { ...actors.office, id: 'person:wu' };

const factOf = (story: Story, kind: 'votes' | 'inspections' | 'surveys', index = 0): string =>
  story.opened().records[kind][index]?.eventId ?? 'none';

type Value = Proposal['changes'][number]['old'];

const change = (targetEventId: string, field: string, old: Value, next: Value): Proposal => ({
  targetEventId,
  changes: [{ field, old, new: next }],
  reason: 'a slip against the signed paper',
  decision: null,
});

const alone = (
  targetEventId: string,
  field: string,
  old: Value,
  next: Value,
): CaseCommandData['CorrectEvent'] => ({
  ...{ targetEventId, field, old, new: next },
  ...{ reason: 'slip', approver: 'person:wu' },
});

/** A committee of 61 voted; the office wrote 10 where the sheet says 40, and files the sheet. */
const voted = (): Story =>
  evaluatingItems()
    .by(actors.office)
    .does('RecordVote', vote('v1', [10, 20, 25]))
    .does('FileAttachment', attachment({ attachmentId: 'sheet', itemId: null, sha256: 'sha256:tally' }));

const question = (story: Story): Proposal =>
  change(factOf(story, 'votes'), '/question', 'How satisfied are you with the handling?', 'With the report?');

const proposed = (): Story => voted().does('ProposeCorrection', question(voted()));
const first = { proposalId: 'correction-1' };

describe('a correction by two persons', () => {
  it('changes nothing while it waits', () => {
    const story = proposed();
    expect(story.opened().records.votes[0]?.data.question).toMatch('handling');
    expect(story.opened().proposals).toMatchObject([
      { status: 'waiting', endedBy: null, data: { proposalId: 'correction-1', expiresOn: '2026-04-24' } },
    ]);
  });

  it('changes the fact once another person of the same organ confirms', () => {
    const story = proposed().by(wu).does('ConfirmCorrection', first);
    expect(story.opened().records.votes[0]?.data.question).toBe('With the report?');
    expect(story.opened().proposals).toMatchObject([{ status: 'confirmed', endedBy: { id: 'person:wu' } }]);
    expect(story.decides('ConfirmCorrection', first)).toEqual([]);
  });

  it('is refused to whoever proposed it, and to no avail in another post', () => {
    expect(proposed().decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.own' });
    const council = { ...actors.council, id: actors.office.id };
    expect(proposed().by(council).decides('ConfirmCorrection', first)).toMatchObject({
      rejected: 'proposal.not-yours',
    });
  });

  it('is confirmed by one person where the rules of a small office list it, and is marked', () => {
    const small = proposed().under({ ...cqDefault1, confirmedByOne: ['correction'] });
    expect(small.decides('ConfirmCorrection', first)).toMatchObject([
      { type: 'CorrectionConfirmed', data: { byOnePerson: true } },
    ]);
    expect(small.by(wu).decides('ConfirmCorrection', first)).toMatchObject([
      { type: 'CorrectionConfirmed', data: { byOnePerson: false } },
    ]);
    const other = proposed().under({ ...cqDefault1, confirmedByOne: ['grant'] });
    expect(other.decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.own' });
  });

  it('lapses after a month, and may then be proposed anew', () => {
    const late = proposed().by(wu).at('2026-04-25');
    expect(late.decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.expired' });
    expect(late.decides('DeclineCorrection', { ...first, reason: 'no' })).toMatchObject({
      rejected: 'proposal.expired',
    });
    expect(late.decides('ProposeCorrection', question(late))).toMatchObject([
      { type: 'CorrectionProposed', data: { proposalId: 'correction-2', expiresOn: '2026-05-25' } },
    ]);
  });

  it('is said once: the same again decides nothing, another one about that record waits', () => {
    const story = proposed();
    expect(story.decides('ProposeCorrection', question(story))).toEqual([]);
    expect(story.decides('ProposeCorrection', { ...question(story), reason: 'another' })).toMatchObject({
      rejected: 'proposal.waiting',
    });
  });

  it('is declined with a reason, by the second person or by who proposed it, and ends there', () => {
    for (const by of [wu, actors.office]) {
      const story = proposed()
        .by(by)
        .does('DeclineCorrection', { ...first, reason: 'the sheet says so' });
      expect(story.opened().proposals).toMatchObject([{ status: 'declined' }]);
      expect(story.decides('DeclineCorrection', { ...first, reason: 'the sheet says so' })).toEqual([]);
      expect(story.by(wu).decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.ended' });
      expect(story.opened().records.votes[0]?.data.question).toMatch('handling');
    }
  });

  it('finds the fact as it was proposed, or is proposed anew', () => {
    const seen = evaluatingItems().by(actors.office).does('RecordInspection', inspection('n1', 'verified'));
    const place = change(factOf(seen, 'inspections'), '/place', 'Yubei', 'Jiangbei');
    const moved = seen
      .does('ProposeCorrection', place)
      .does('CorrectEvent', alone(factOf(seen, 'inspections'), '/place', 'Yubei', 'Nan’an'));
    expect(moved.by(wu).decides('ConfirmCorrection', first)).toMatchObject({
      rejected: 'case.correction-stale',
    });
  });

  it.each([
    ['a supervised organ', actors.housing],
    ['the government', actors.government],
    ['a deputy', actors.deputy],
    ['the committee', actors.committee],
    ['the Council', actors.council],
  ])('of a vote is neither proposed nor confirmed by %s', (_who, actor) => {
    const story = proposed().by(actor);
    expect(story.decides('ProposeCorrection', question(story))).toMatchObject({
      rejected: 'case.not-the-author',
    });
    expect(story.decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.not-yours' });
    expect(story.decides('DeclineCorrection', { ...first, reason: 'no' })).toMatchObject({
      rejected: 'proposal.not-yours',
    });
  });

  it('names a proposal that is there', () => {
    expect(voted().decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.unknown' });
  });
});

describe('a plan of an organ', () => {
  const filed = rectifying();
  const [plan] = filed.item('i1').cycle?.plans ?? [];
  const later = change(plan?.eventId ?? '', '/measures/0/milestoneDate', '2026-03-01', '2026-03-10');
  const waiting = filed.does('ProposeCorrection', later);

  it('is corrected by the organ and a second person there, or by the office for an organ with one account', () => {
    for (const by of [{ ...actors.housing, id: 'person:second' }, actors.office])
      expect(waiting.by(by).decides('ConfirmCorrection', first)).toMatchObject([
        { type: 'CorrectionConfirmed', data: { byOnePerson: false } },
      ]);
  });

  it('is proposed by that organ alone: the office confirms and never rewrites', () => {
    expect(filed.by(actors.office).decides('ProposeCorrection', later)).toMatchObject({
      rejected: 'case.not-the-author',
    });
    expect(waiting.by(actors.market).decides('ConfirmCorrection', first)).toMatchObject({
      rejected: 'proposal.not-yours',
    });
  });
});

describe('a corrected fact passes every check of the original', () => {
  it.each([
    ['counts that do not add up', { field: '/counts/satisfied', old: 10, new: 40 }, 'vote.counts-wrong'],
    ['more ballots than were handed out', { field: '/issued', old: 55, new: 50 }, 'vote.void'],
    ['a day to come', { field: '/votedOn', old: '2026-03-25', new: '2026-03-26' }, 'correction.in-future'],
    ['a number below nothing', { field: '/eligible', old: 61, new: -1 }, 'correction.unfit'],
    [
      'a day that no calendar has',
      { field: '/votedOn', old: '2026-03-25', new: '2026-02-30' },
      'correction.unfit',
    ],
    ['a date in words', { field: '/votedOn', old: '2026-03-25', new: 'yesterday' }, 'correction.unfit'],
    ['a name', { field: '/voteId', old: 'v1', new: 'v2' }, 'case.field-not-correctable'],
  ])('so %s are refused', (_what, { field, old, new: next }, code) => {
    const story = voted();
    expect(
      story.decides('ProposeCorrection', change(factOf(story, 'votes'), field, old, next)),
    ).toMatchObject({
      rejected: code,
    });
  });

  it('a vote only against the signed sheet that it names, and that lies with the case', () => {
    const bare = evaluatingItems()
      .by(actors.office)
      .does('RecordVote', vote('v1', [10, 20, 25]));
    expect(bare.decides('ProposeCorrection', question(bare))).toEqual({
      rejected: 'correction.sheet-missing',
    });
  });

  it('a survey keeps its counts, and is never its own organ’s', () => {
    const story = evaluatingItems()
      .by(actors.office)
      .does('RecordSurveyWave', survey('w1', [300, 100, 50, 5, 5]));
    const target = factOf(story, 'surveys');
    expect(story.decides('ProposeCorrection', change(target, '/valid', 460, 500))).toMatchObject({
      rejected: 'survey.counts-wrong',
    });
    const toOrgan = change(target, '/contractor', 'statistics-institute', 'housing-bureau');
    expect(story.decides('ProposeCorrection', toOrgan)).toMatchObject({
      rejected: 'survey.collected-by-organ',
    });
    expect(
      story.decides('CorrectEvent', alone(target, '/contractor', 'statistics-institute', 'housing-bureau')),
    ).toMatchObject({ rejected: 'survey.collected-by-organ' });
  });

  it('several counts at once, since they hang together; each field is named once', () => {
    const story = voted();
    const slip: Proposal = {
      ...question(story),
      changes: [
        { field: '/counts/satisfied', old: 10, new: 20 },
        { field: '/counts/basic', old: 20, new: 10 },
      ],
    };
    const after = story.does('ProposeCorrection', slip).by(wu).does('ConfirmCorrection', first);
    expect(after.opened().records.votes[0]?.data.counts).toEqual({
      ...{ satisfied: 20, basic: 10, dissatisfied: 25 },
    });
    expect(
      story.decides('ProposeCorrection', { ...slip, changes: [...slip.changes, ...slip.changes] }),
    ).toMatchObject({ rejected: 'correction.unfit' });
  });

  it('an id stays one: no empty text where the sender could have said none', () => {
    const story = evaluatingItems()
      .by(actors.office)
      .does('RecordSurveyWave', survey('w1', [300, 100, 50, 5, 5]));
    const empty = change(factOf(story, 'surveys'), '/weightScheme', null, '');
    expect(story.decides('ProposeCorrection', empty)).toMatchObject({ rejected: 'correction.unfit' });
    const filed = rectifying();
    const { eventId = '' } = filed.item('i1').registered ?? {};
    expect(
      filed
        .by(actors.office)
        .decides('ProposeCorrection', change(eventId, '/category', 'problem', 'nonsense')),
    ).toMatchObject({ rejected: 'correction.unfit' });
    const progress = filed.does('ReportProgress', {
      ...{ itemId: 'i1', assignmentId: 'a-lead', periodEnd: '2026-01-20', percent: 10, milestoneStates: [] },
      ...{ blockers: '', evidence: [] },
    });
    const [report] = progress.item('i1').cycle?.progress ?? [];
    expect(
      progress.decides('ProposeCorrection', change(report?.eventId ?? '', '/percent', 10, 110)),
    ).toMatchObject({ rejected: 'correction.unfit' });
  });
});

describe('after archiving', () => {
  const archived = (): Story =>
    voted().told(
      { type: 'CaseClosed', data: { closedOn: '2026-03-25', dispositions: [] } },
      { type: 'CaseArchived', data: { archiveNo: 'A-1', retention: 'permanent' } },
    );
  const decision = { body: 'standing-committee', documentNo: 'SC 2026 No. 9', decidedOn: '2026-03-25' };

  it('a fact is corrected by decision of the body concerned, and the archive’s number is noted', () => {
    const story = archived();
    const decided = { ...question(story), decision };
    const waiting = story.does('ProposeCorrection', decided);
    expect(waiting.by(wu).decides('ConfirmCorrection', first)).toMatchObject([
      { type: 'CorrectionConfirmed', data: { decision } },
      { type: 'ArchiveCorrected', data: { proposalId: 'correction-1', archiveNo: 'A-1' } },
    ]);
  });

  it('nothing is corrected without a decision, nor by one of a day to come', () => {
    const story = archived();
    expect(story.decides('ProposeCorrection', question(story))).toEqual({
      rejected: 'correction.decision-missing',
    });
    expect(
      story.decides('ProposeCorrection', {
        ...question(story),
        decision: { ...decision, decidedOn: '2026-03-26' },
      }),
    ).toMatchObject({ rejected: 'correction.decision-impossible' });
  });

  it('what was proposed before it needs the decision, too', () => {
    const story = proposed().told(
      { type: 'CaseClosed', data: { closedOn: '2026-03-25', dispositions: [] } },
      { type: 'CaseArchived', data: { archiveNo: 'A-1', retention: 'permanent' } },
    );
    expect(story.by(wu).decides('ConfirmCorrection', first)).toEqual({
      rejected: 'correction.decision-missing',
    });
  });
});
