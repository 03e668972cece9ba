import { describe, expect, it } from '@jest/globals';
import type { Paper } from '@duban/kernel';
import {
  actors,
  commandIn,
  evaluatingItems,
  opening,
  nothingYet,
  receivedItems,
} from '../case-story.fixture.ts';
import type { CaseCommand, CaseCommandData } from '../case.commands.ts';
import { caseDecider } from '../case.decider.ts';
import { vote } from '../evaluation/evaluation.fixture.ts';
import { measure } from '../handling.fixture.ts';
import { stepRecords } from '../step-tables.ts';
import { answer, promises, reply, suggestion } from '../suggestion/suggestion.fixture.ts';
import { atDesk, paperOf, SCAN } from './paper.fixture.ts';

const plan: CaseCommandData['FilePlan'] = { itemId: 'i1', assignmentId: 'i1-lead', measures: [measure] };
const asking: CaseCommandData['RequestExtension'] = {
  ...{ itemId: 'i1', requestedDue: '2026-05-06', reason: 'rain' },
};

/** Two items, due on 6 April; on 10 March the office sits at the desk with the scan. */
const desk = (on = '2026-03-10') => atDesk(receivedItems({ items: ['i1', 'i2'] }), on);

describe('what an organ hands in on paper', () => {
  it.each([
    ['the supervision office', actors.office],
    ['the General Office', { ...actors.office, role: 'general-office', organ: 'npcsc-general' }],
  ])('is transcribed by %s: the fact is the organ’s, the entry the office’s', (_who, by) => {
    const after = desk().by(by).onPaper(paperOf()).does('FilePlan', plan);
    expect(after.item('i1').stage).toBe('RECTIFYING');
    expect(after.item('i1').cycle?.plans).toMatchObject([
      { enteredFor: 'housing-bureau', by, on: '2026-01-06' },
    ]);
    expect(after.opened().papers).toEqual([
      {
        ...{ eventId: after.item('i1').cycle?.plans[0]?.eventId, type: 'PlanFiled', itemIds: ['i1'] },
        ...{ on: '2026-01-06', enteredOn: '2026-03-10', by, data: paperOf() },
      },
    ]);
  });

  it('sent by the organ itself says nothing of paper', () => {
    const after = desk().by(actors.housing).does('FilePlan', plan);
    expect(after.opened().papers).toEqual([]);
    expect(after.item('i1').cycle?.plans[0]).not.toHaveProperty('enteredFor');
  });

  it.each([
    ['a committee', actors.committee],
    ['the Council', actors.council],
    ['another organ', actors.market],
    ['the organ itself', actors.housing],
    ['a deputy', actors.deputy],
  ])('is transcribed by no one else: not by %s', (_who, by) => {
    expect(desk().by(by).onPaper(paperOf()).decides('FilePlan', plan)).toMatchObject({
      rejected: 'paper.not-yours-to-enter',
    });
  });

  it.each<[string, Partial<Paper>, string]>([
    ['without its file', { attachment: `sha256:${'9'.repeat(64)}` }, 'paper.attachment-missing'],
    ['dated after it came in', { documentDate: '2026-01-07' }, 'paper.dated-after-receipt'],
    ['that comes in tomorrow', { receivedOn: '2026-03-11' }, 'paper.received-in-future'],
    [
      'from before the assignment',
      { documentDate: '2026-01-03', receivedOn: '2026-01-04' },
      'paper.received-before-assignment',
    ],
    ['without a number', { incomingNo: ' ' }, 'paper.number-missing'],
    ['of an organ that is no party', { enteredFor: 'water-bureau' }, 'paper.not-a-party'],
    ['of a person who is no proposer', { enteredFor: 'person:deputy-1' }, 'paper.not-a-party'],
    ['of an organ that nobody knows', { enteredFor: 'constructor' }, 'paper.not-a-party'],
    ['of the addressee, who does not lead', { enteredFor: 'city-government' }, 'paper.not-a-party'],
    ['of a co-organ, which files no plan', { enteredFor: 'market-regulator' }, 'paper.not-a-party'],
  ])('is refused %s', (_what, more, code) => {
    expect(desk().onPaper(paperOf(more)).decides('FilePlan', plan)).toMatchObject({ rejected: code });
  });

  it('is taken on the very day of the assignment, and on the day of entry', () => {
    for (const day of ['2026-01-05', '2026-03-10'])
      expect(
        desk()
          .onPaper(paperOf({ receivedOn: day }))
          .decides('FilePlan', plan),
      ).toMatchObject([{ type: 'PlanFiled' }]);
  });

  it('names the organ’s own assignment, and no other’s', () => {
    expect(
      desk()
        .onPaper(paperOf())
        .decides('FilePlan', { ...plan, assignmentId: 'i1-co' }),
    ).toMatchObject({ rejected: 'item.not-your-assignment' });
    expect(
      desk()
        .onPaper(paperOf({ enteredFor: 'market-regulator' }))
        .decides('SubmitCoOpinion', { itemId: 'i1', assignmentId: 'i1-co', text: 'fees', evidence: [] }),
    ).toMatchObject([{ type: 'CoOpinionSubmitted' }]);
  });

  it('has the day on which it came in, and no other', () => {
    const story = desk().onPaper(paperOf());
    const { context, ...said } = commandIn(story, 'FilePlan', plan);
    const stated = { ...said, context: { ...context, occurredAt: '2026-03-09T09:00:00+08:00' } };
    expect(caseDecider.decide({ ...said, context }, story.state)).toMatchObject([{ type: 'PlanFiled' }]);
    expect(caseDecider.decide(stated as CaseCommand, story.state)).toMatchObject({
      rejected: 'paper.time-stated',
    });
  });
});

describe('an incoming number', () => {
  const first = desk().onPaper(paperOf()).does('FilePlan', plan);
  const other = { ...plan, measures: [{ ...measure, target: 'other' }] };

  it('of one office belongs to one paper, however it is written', () => {
    for (const incomingNo of ['收〔2026〕117号', '收 [2026] 117 号'])
      expect(
        first.onPaper(paperOf({ incomingNo, documentDate: '2026-01-06' })).decides('FilePlan', {
          ...plan,
          ...{ itemId: 'i2', assignmentId: 'i2-lead' },
        }),
      ).toMatchObject({ rejected: 'paper.number-taken' });
  });

  it('is entered once for a step on an item', () => {
    expect(first.decides('FilePlan', other)).toMatchObject({ rejected: 'paper.number-taken' });
    expect(first.onPaper(paperOf({ incomingNo: '118' })).decides('FilePlan', other)).toMatchObject([
      { type: 'PlanFiled', data: { planVersion: 2 } },
    ]);
  });

  it('of one letter serves every item and step that the letter answers', () => {
    const second = first.does('FilePlan', { ...plan, itemId: 'i2', assignmentId: 'i2-lead' });
    expect(second.decides('RequestExtension', asking)).toMatchObject([{ type: 'ExtensionRequested' }]);
  });

  it('of another office is another number', () => {
    const general = { ...actors.office, role: 'general-office', organ: 'npcsc-general' };
    expect(
      first
        .by(general)
        .onPaper(paperOf({ documentDate: '2026-01-06' }))
        .decides('RequestExtension', asking),
    ).toMatchObject([{ type: 'ExtensionRequested' }]);
  });

  it('sent again decides nothing', () => {
    expect(first.decides('FilePlan', plan)).toEqual([]);
  });
});

describe('a period', () => {
  const late = paperOf({ documentDate: '2026-04-03', receivedOn: '2026-04-06' });

  it('is kept by a request that came in on its last day, however much later it is entered', () => {
    expect(desk('2026-06-30').onPaper(late).decides('RequestExtension', asking)).toMatchObject([
      { type: 'ExtensionRequested', data: { requestedOn: '2026-04-06' } },
    ]);
  });

  it('is over for one that came in a day later, and for one that is sent on the day of entry', () => {
    const after = { ...late, receivedOn: '2026-04-07' };
    expect(desk('2026-06-30').onPaper(after).decides('RequestExtension', asking)).toMatchObject({
      rejected: 'extension.after-deadline',
    });
    expect(desk('2026-06-30').by(actors.housing).decides('RequestExtension', asking)).toMatchObject({
      rejected: 'extension.after-deadline',
    });
  });

  it('of a return is kept by the day of receipt, too', () => {
    const asked: CaseCommandData['RequestReturn'] = {
      ...{ itemId: 'i1', assignmentId: 'i1-lead', reasonCode: 'not-competent' },
      ...{ text: 'not ours', proposedOrgan: '' },
    };
    const inTime = paperOf({ receivedOn: '2026-01-14' });
    expect(desk('2026-01-20').onPaper(inTime).decides('RequestReturn', asked)).toMatchObject([
      { type: 'ReturnRequested', data: { requestedOn: '2026-01-14' } },
    ]);
    expect(
      desk('2026-01-20')
        .onPaper({ ...inTime, receivedOn: '2026-01-15' })
        .decides('RequestReturn', asked),
    ).toMatchObject({ rejected: 'return.window-passed' });
  });

  it('counts a result from the day on which it came in', () => {
    const claims = [
      {
        itemId: 'i1',
        claimedDisposition: 'resolved' as const,
        evidence: [{ digest: SCAN.sha256, name: 'r', mediaType: 'text/plain' }],
      },
    ];
    const report = { reportNo: 'R-1', signer: 'person:mayor', claims };
    const consulted = atDesk(receivedItems(), '2026-04-20').told(
      {
        type: 'DraftResultSubmitted',
        data: { draftVersion: 1, documentHash: 'h', itemIds: ['i1'], missingCoOpinions: [] },
      },
      {
        type: 'CommitteeOpinionGiven',
        data: { draftVersion: 1, itemIds: ['i1'], verdict: 'agree', comments: [] },
      },
    );
    const ofGovernment = { ...late, enteredFor: 'city-government' };
    expect(consulted.onPaper(ofGovernment).decides('SubmitResult', report)).toMatchObject([
      { type: 'ResultSubmitted', data: { submittedOn: '2026-04-06' } },
    ]);
    expect(consulted.onPaper(late).decides('SubmitResult', report)).toMatchObject({
      rejected: 'paper.not-a-party',
    });
  });
});

describe('what is transcribed', () => {
  it('is never a vote, nor anything that the Congress’s side decides', () => {
    const story = atDesk(evaluatingItems(), '2026-03-25').onPaper(paperOf());
    expect(story.decides('RecordVote', vote('v1', [40, 10, 5]))).toMatchObject({
      rejected: 'paper.not-for-this-step',
    });
    expect(story.decides('ReturnPlan', { itemId: 'i1', reason: 'r' })).toMatchObject({
      rejected: 'paper.not-for-this-step',
    });
    expect(nothingYet.onPaper(paperOf()).decides('OpenCase', opening('resolution'))).toMatchObject({
      rejected: 'paper.not-for-this-step',
    });
    expect(nothingYet.onPaper(paperOf()).decides('FilePlan', plan)).toEqual({ rejected: 'case.unknown' });
  });

  it('is a step of organs under supervision or of deputies, each of them named here', () => {
    const onPaper = Object.entries(stepRecords).filter(([, step]) => step.onPaper === true);
    const supervised = ['organ-lead', 'organ-co', 'government-office', 'deputy'];
    expect(onPaper.filter(([, { who }]) => !who.some((role) => supervised.includes(role)))).toEqual([]);
    expect(onPaper.map(([name]) => name).toSorted()).toEqual([
      ...['AcknowledgeReceipt', 'EvaluateReply', 'FilePlan', 'FulfilCommitment', 'Object', 'ReportProgress'],
      ...['RequestExtension', 'RequestReturn', 'RollOverCommitment', 'SendReply', 'SubmitCoOpinion'],
      ...['SubmitDraftResult', 'SubmitResult', 'VerifyCommitment', 'Withdraw'],
    ]);
  });
});

describe('a reply that came in on paper', () => {
  it('holds the promises of the organ that gave it', () => {
    const desk = atDesk(suggestion(), '2026-03-20');
    const after = desk
      .onPaper(paperOf({ documentDate: '2026-03-11', receivedOn: '2026-03-12' }))
      .does('SendReply', { ...reply, commitments: promises(1) })
      .onPaper(null);
    expect(after.item('i1').cycle?.commitments).toMatchObject([{ promisedBy: 'housing-bureau' }]);
  });
});

describe('what a deputy hands in on paper', () => {
  const graded = answer('satisfied');
  const form = paperOf({
    enteredFor: 'person:deputy-1',
    documentDate: '2026-03-10',
    receivedOn: '2026-03-12',
  });
  const replied = atDesk(suggestion().does('SendReply', reply), '2026-03-20');

  it('is their evaluation, whoever enters it; of nobody else', () => {
    const after = replied.onPaper(form).does('EvaluateReply', graded);
    expect(after.item('i1').cycle?.replyEvaluations).toMatchObject([
      { enteredFor: 'person:deputy-1', by: actors.office, data: { evaluator: 'person:deputy-1' } },
    ]);
    expect(
      replied.onPaper(form).decides('EvaluateReply', { ...graded, evaluator: 'person:deputy-2' }),
    ).toMatchObject({ rejected: 'reply.not-a-proposer' });
    expect(
      replied.onPaper({ ...form, enteredFor: 'person:deputy-9' }).decides('EvaluateReply', graded),
    ).toMatchObject({ rejected: 'paper.not-a-party' });
    expect(
      replied.onPaper({ ...form, enteredFor: 'housing-bureau' }).decides('EvaluateReply', graded),
    ).toMatchObject({ rejected: 'paper.not-a-party' });
  });

  it('does not come in before the reply that it evaluates', () => {
    const early = { ...form, documentDate: '2026-03-09', receivedOn: '2026-03-09' };
    expect(replied.onPaper(early).decides('EvaluateReply', graded)).toMatchObject({
      rejected: 'paper.received-before-assignment',
    });
  });

  it('is entered by the committee that leads a suggestion, and by no other committee', () => {
    const onForm = replied.onPaper(form);
    expect(onForm.by(actors.committee).decides('EvaluateReply', graded)).toMatchObject([
      { type: 'ReplyEvaluated' },
    ]);
    expect(
      onForm.by({ ...actors.committee, organ: 'finance-committee' }).decides('EvaluateReply', graded),
    ).toMatchObject({ rejected: 'paper.not-yours-to-enter' });
  });

  it('is never entered as sent in person', () => {
    expect(replied.decides('EvaluateReply', graded)).toMatchObject({ rejected: 'reply.not-a-proposer' });
  });
});
