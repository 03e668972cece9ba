import { describe, expect, it } from '@jest/globals';
import { attachment } from '../attachment/attachment.fixture.ts';
import { actors, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { measure } from '../handling.fixture.ts';
import { answer, reply, suggestion } from '../suggestion/suggestion.fixture.ts';
import { atDesk, paperOf } from './paper.fixture.ts';

type Proposal = CaseCommandData['ProposeCorrection'];
const wu = { ...actors.office, id: 'person:wu' };
const first = { proposalId: 'correction-1' };
const asking = { itemId: 'i1', requestedDue: '2026-05-06', reason: 'rain' };

/** An extension that came in on 2 April, entered on 10 April: the case keeps no fact of it but its paper. */
const entered = (): Story =>
  atDesk(receivedItems(), '2026-04-10')
    .onPaper(paperOf({ receivedOn: '2026-04-02' }))
    .does('RequestExtension', asking)
    .onPaper(null);

const idOf = (story: Story): string => story.opened().papers[0]?.eventId ?? '';
const day = (story: Story, next: string): Proposal => ({
  targetEventId: idOf(story),
  changes: [{ field: '/paper/receivedOn', old: '2026-04-02', new: next }],
  ...{ reason: 'as the stamp says', decision: null },
});
const number = (story: Story, next: string): CaseCommandData['CorrectEvent'] => ({
  ...{ targetEventId: idOf(story), field: '/paper/incomingNo', old: '收〔2026〕117号', new: next },
  ...{ reason: 'slip', approver: 'person:zhao' },
});

describe('the paper of what was transcribed', () => {
  it('has its number corrected by one person of the office that entered it', () => {
    const after = entered().does('CorrectEvent', number(entered(), '收〔2026〕118号'));
    expect(after.opened().papers[0]?.data.incomingNo).toBe('收〔2026〕118号');
    expect(after.opened().corrections).toMatchObject([{ data: { targetType: 'ExtensionRequested' } }]);
  });

  it('has its day of receipt corrected by two persons of that office', () => {
    const proposed = entered().does('ProposeCorrection', day(entered(), '2026-04-03'));
    expect(proposed.decides('ConfirmCorrection', first)).toMatchObject({ rejected: 'proposal.own' });
    const [paper] = proposed.by(wu).does('ConfirmCorrection', first).opened().papers;
    expect(paper).toMatchObject({ on: '2026-04-03', data: { receivedOn: '2026-04-03' } });
    const alone = { ...number(entered(), '2026-04-03'), field: '/paper/receivedOn', old: '2026-04-02' };
    expect(entered().decides('CorrectEvent', alone)).toMatchObject({ rejected: 'case.field-material' });
  });

  it.each([
    ['the organ it is of', actors.housing],
    ['another organ', actors.market],
    ['a committee', actors.committee],
    ['the General Office', { ...actors.office, role: 'general-office', organ: 'npcsc-general' }],
  ])('is not corrected by %s', (_who, by) => {
    const story = entered();
    for (const decision of [
      story.by(by).decides('ProposeCorrection', day(story, '2026-04-03')),
      story.by(by).decides('CorrectEvent', number(story, '118')),
    ])
      expect(decision).toMatchObject({ rejected: 'case.not-the-author' });
  });

  it.each([
    ['a day to come', '2026-04-11', 'paper.received-in-future'],
    ['a day before it was written', '2026-01-04', 'paper.dated-after-receipt'],
    ['no day', 'soon', 'correction.unfit'],
  ])('does not come to have %s', (_what, next, code) => {
    const story = entered();
    expect(story.decides('ProposeCorrection', day(story, next))).toMatchObject({ rejected: code });
  });

  it('stays one that lies with the case, of the organ that it was entered for, under a number of its own', () => {
    const story = entered();
    const change = (field: string, old: string, next: string): Proposal => ({
      ...day(story, ''),
      changes: [{ field, old, new: next }],
    });
    const { attachment: scan } = paperOf();
    const other = `sha256:${'a'.repeat(64)}`;
    const swap = change('/paper/attachment', scan, other);
    expect(story.decides('ProposeCorrection', swap)).toMatchObject({ rejected: 'paper.attachment-missing' });
    const filed = story.does('FileAttachment', attachment({ attachmentId: 'f2', sha256: other }));
    expect(filed.decides('ProposeCorrection', swap)).toMatchObject([{ type: 'CorrectionProposed' }]);
    expect(
      story.decides('ProposeCorrection', change('/paper/enteredFor', 'housing-bureau', 'market-regulator')),
    ).toMatchObject({ rejected: 'case.field-not-correctable' });
    const plan = { itemId: 'i1', assignmentId: 'i1-lead', measures: [measure] };
    const twice = story
      .onPaper(paperOf({ incomingNo: '118' }))
      .does('FilePlan', plan)
      .onPaper(null);
    expect(twice.decides('CorrectEvent', number(story, '118'))).toMatchObject({
      rejected: 'paper.number-taken',
    });
    expect(twice.decides('CorrectEvent', number(story, '119'))).toMatchObject([{ type: 'EventCorrected' }]);
  });

  it('is corrected of papers alone: what was sent has none', () => {
    const sent = receivedItems()
      .by(actors.housing)
      .does('FilePlan', {
        ...{ itemId: 'i1', assignmentId: 'i1-lead', measures: [measure] },
      });
    const [filed] = sent.item('i1').cycle?.plans ?? [];
    expect(
      sent.decides('CorrectEvent', { ...number(entered(), '1'), targetEventId: filed?.eventId ?? '' }),
    ).toMatchObject({ rejected: 'case.field-not-correctable' });
  });
});

describe('an evaluation that was transcribed', () => {
  const story = atDesk(suggestion().does('SendReply', reply), '2026-03-20')
    .onPaper(paperOf({ enteredFor: 'person:deputy-1', documentDate: '2026-03-11', receivedOn: '2026-03-12' }))
    .does('EvaluateReply', answer('basic'))
    .onPaper(null);
  const change: Proposal = {
    targetEventId: story.opened().papers[0]?.eventId ?? '',
    changes: [{ field: '/dimensions/0/grade', old: 'basic', new: 'satisfied' }],
    ...{ reason: 'as on the form', decision: null },
  };
  const alone = {
    ...{ targetEventId: change.targetEventId, ...change.changes[0], reason: 'slip', approver: 'person:x' },
  } as CaseCommandData['CorrectEvent'];

  it('is corrected as an entry: by two persons of the office, by nobody alone', () => {
    const after = story.does('ProposeCorrection', change).by(wu).does('ConfirmCorrection', first);
    expect(after.item('i1').cycle?.replyEvaluations[0]?.data.dimensions[0]?.grade).toBe('satisfied');
    expect(story.decides('CorrectEvent', alone)).toMatchObject({ rejected: 'case.field-material' });
  });

  it('is objected to, and never edited, by the deputy', () => {
    const deputy = story.by(actors.deputy);
    expect(deputy.decides('CorrectEvent', alone)).toMatchObject({ rejected: 'case.not-the-author' });
    expect(
      deputy.decides('Object', {
        ...{ itemId: 'i1', against: 'entry', subjectId: change.targetEventId, ground: 'I ticked satisfied' },
      }),
    ).toMatchObject([{ type: 'Objected' }]);
  });
});
