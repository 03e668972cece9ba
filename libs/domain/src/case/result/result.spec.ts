import { describe, expect, it } from '@jest/globals';
import { actors, co } from '../case-story.fixture.ts';
import { advice, advised, consulting, evidence, rectifying, report, submitted } from '../handling.fixture.ts';

const drafting = { documentHash: 'sha256:d1', itemIds: ['i1'] } as const;
const accepting = { reportNo: 'R1', itemIds: ['i1'] } as const;
const returning = { ...accepting, defects: ['no photos of block 3'] } as const;

describe('a draft result', () => {
  const ready = rectifying()
    .at('2026-02-06')
    .by(actors.office)
    .does('RecordCoOpinionMissed', { itemId: 'i1', assignmentId: 'a-co' });

  it('goes into consultation with every co-opinion', () => {
    expect(consulting().item('i1').stage).toBe('CONSULTING');
    expect(consulting().opened().drafts).toMatchObject([
      { version: 1, documentHash: 'sha256:d1', opinions: {} },
    ]);
    expect(consulting().decides('SubmitDraftResult', drafting)).toEqual([]);
  });

  it('names the co-organs whose absence was recorded', () => {
    expect(ready.by(actors.government).decides('SubmitDraftResult', drafting)).toEqual([
      { type: 'DraftResultSubmitted', data: { draftVersion: 1, ...drafting, missingCoOpinions: [co.organ] } },
    ]);
  });

  it('waits for co-opinions that are neither in nor recorded as missed', () => {
    expect(rectifying().by(actors.government).decides('SubmitDraftResult', drafting)).toEqual({
      rejected: 'result.co-opinions-open',
      details: { organs: ['market-regulator'] },
    });
  });

  it('comes from the addressee or its office', () => {
    expect(ready.by(actors.housing).decides('SubmitDraftResult', drafting)).toMatchObject({
      rejected: 'assignment.not-addressee',
    });
    const mayor = { ...actors.housing, organ: 'city-government' };
    expect(ready.by(mayor).decides('SubmitDraftResult', drafting)).toHaveLength(1);
    const district = { ...actors.government, organ: 'market-regulator' };
    expect(ready.by(district).decides('SubmitDraftResult', drafting)).toEqual({
      rejected: 'assignment.not-addressee',
      details: { itemId: 'i1', addressee: 'city-government' },
    });
  });

  it('names items that are being rectified', () => {
    const government = submitted().by(actors.government);
    expect(
      government.decides('SubmitDraftResult', { documentHash: 'sha256:d2', itemIds: ['i1'] }),
    ).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(government.decides('SubmitDraftResult', { ...drafting, itemIds: [] })).toMatchObject({
      rejected: 'item.none-named',
    });
    expect(government.decides('SubmitDraftResult', { ...drafting, itemIds: ['i9'] })).toMatchObject({
      rejected: 'item.unknown',
    });
  });

  it('has a next version, which needs an opinion of its own', () => {
    const second = advised().does('SubmitDraftResult', { ...drafting, documentHash: 'sha256:d2' });
    expect(second.opened().drafts.at(-1)).toMatchObject({ version: 2, opinions: {} });
    expect(second.decides('SubmitResult', report())).toEqual({
      rejected: 'result.opinion-missing',
      details: { itemIds: ['i1'], draft: 2 },
    });
  });
});

describe('the committee’s opinion', () => {
  it('is advice on the latest draft; the item stays', () => {
    expect(advised().item('i1').stage).toBe('CONSULTING');
    expect(advised().opened().drafts[0]?.opinions['i1']).toEqual({ verdict: 'agree', comments: [] });
    expect(advised().by(actors.committee).decides('GiveCommitteeOpinion', advice)).toEqual([]);
  });

  it('may be given anew while the draft is under consultation', () => {
    const other = { ...advice, verdict: 'disagree' } as const;
    expect(advised().by(actors.committee).decides('GiveCommitteeOpinion', other)).toHaveLength(1);
    expect(submitted().decides('GiveCommitteeOpinion', other)).toMatchObject({
      rejected: 'item.wrong-stage',
    });
  });

  it('needs a draft, and comes from the Congress’s side', () => {
    expect(rectifying().by(actors.committee).decides('GiveCommitteeOpinion', advice)).toMatchObject({
      rejected: 'result.draft-unknown',
    });
    expect(consulting().decides('GiveCommitteeOpinion', advice)).toMatchObject({
      rejected: 'actor.not-competent',
    });
    expect(consulting().decides('GiveCommitteeOpinion', { ...advice, itemIds: ['i9'] })).toMatchObject({
      rejected: 'item.unknown',
    });
  });
});

describe('a result', () => {
  it('is submitted after the opinion, with a claim and evidence for each item', () => {
    expect(submitted().item('i1')).toMatchObject({
      stage: 'SUBMITTED',
      cycle: { claim: { claimedDisposition: 'resolved' } },
    });
    expect(submitted().by(actors.government).decides('SubmitResult', report())).toEqual([]);
  });

  it('has a number of its own', () => {
    expect(submitted().decides('SubmitResult', report({ signer: 'vice-mayor' }))).toMatchObject({
      rejected: 'result.number-taken',
    });
  });

  it('is refused without an opinion, without a draft and from anybody else', () => {
    expect(consulting().decides('SubmitResult', report())).toMatchObject({
      rejected: 'result.opinion-missing',
    });
    expect(rectifying().by(actors.government).decides('SubmitResult', report())).toMatchObject({
      rejected: 'result.draft-unknown',
    });
    expect(advised().by(actors.housing).decides('SubmitResult', report())).toMatchObject({
      rejected: 'assignment.not-addressee',
    });
  });

  it('says why it departs from an opinion that disagrees', () => {
    const disagreed = advised()
      .by(actors.committee)
      .does('GiveCommitteeOpinion', { ...advice, verdict: 'disagree' });
    const government = disagreed.by(actors.government);
    expect(government.decides('SubmitResult', report())).toMatchObject({
      rejected: 'result.departure-unexplained',
    });
    expect(government.decides('SubmitResult', report({ departureReason: ' ' }))).toMatchObject({
      rejected: 'result.departure-unexplained',
    });
    expect(government.decides('SubmitResult', report({ departureReason: 'a new law' }))).toHaveLength(1);
  });

  it('claims nothing without evidence, nothing twice and nothing unknown', () => {
    const claim = { itemId: 'i1', claimedDisposition: 'resolved', evidence } as const;
    const claims = (...list: readonly (typeof claim)[]) =>
      advised().decides('SubmitResult', report({ claims: list }));
    expect(advised().decides('SubmitResult', report({ claims: [{ ...claim, evidence: [] }] }))).toMatchObject(
      {
        rejected: 'result.claims-incomplete',
        details: { itemIds: ['i1'] },
      },
    );
    expect(claims(claim, claim)).toMatchObject({ rejected: 'result.claims-incomplete' });
    expect(claims()).toMatchObject({ rejected: 'item.none-named' });
    expect(advised().decides('SubmitResult', report({ claims: [{ ...claim, itemId: 'i9' }] }))).toMatchObject(
      {
        rejected: 'item.unknown',
      },
    );
  });
});

describe('what becomes of a result', () => {
  const returned = submitted()
    .at('2026-03-23')
    .does('ReturnResult', { ...returning, newDueDate: '2026-05-06' });

  it('is accepted for evaluation', () => {
    const accepted = submitted().does('AcceptForEvaluation', accepting);
    expect(accepted.item('i1').stage).toBe('EVALUATING');
    expect(accepted.decides('AcceptForEvaluation', accepting)).toEqual([]);
    expect(accepted.decides('ReturnResult', returning)).toMatchObject({ rejected: 'item.wrong-stage' });
  });

  it('is returned with its defects and, if so decided, a second date', () => {
    expect(returned.item('i1')).toMatchObject({ stage: 'REWORK', cycle: { due: { date: '2026-05-06' } } });
    expect(returned.decides('ReturnResult', { ...returning, newDueDate: '2026-05-06' })).toEqual([]);
    expect(returned.decides('AcceptForEvaluation', accepting)).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    const undated = submitted().does('ReturnResult', returning);
    expect(undated.item('i1').cycle?.due?.date).toBe('2026-04-07');
  });

  it('is returned for a reason, and not to a day that has passed', () => {
    expect(submitted().decides('ReturnResult', { ...returning, defects: [] })).toMatchObject({
      rejected: 'result.defects-missing',
    });
    expect(submitted().decides('ReturnResult', { ...returning, newDueDate: '2026-03-15' })).toMatchObject({
      rejected: 'assignment.due-in-past',
    });
  });

  it('goes through consultation again after rework, under another number', () => {
    const again = returned
      .by(actors.government)
      .does('SubmitDraftResult', { ...drafting, documentHash: 'sha256:d2' })
      .by(actors.committee)
      .does('GiveCommitteeOpinion', advice)
      .by(actors.government)
      .does('SubmitResult', report({ reportNo: 'R2' }))
      .by(actors.committee);
    expect(again.item('i1').stage).toBe('SUBMITTED');
    expect(again.decides('AcceptForEvaluation', accepting)).toMatchObject({ rejected: 'item.wrong-stage' });
    expect(again.decides('AcceptForEvaluation', { ...accepting, reportNo: 'R2' })).toHaveLength(1);
  });

  it('is decided by the Congress’s side, for the items of that report', () => {
    expect(submitted().by(actors.government).decides('AcceptForEvaluation', accepting)).toMatchObject({
      rejected: 'actor.not-competent',
    });
    expect(submitted().by(actors.housing).decides('ReturnResult', returning)).toMatchObject({
      rejected: 'actor.not-competent',
    });
    for (const named of [
      { ...accepting, reportNo: 'R9' },
      { ...accepting, itemIds: ['i9'] },
    ]) {
      expect(submitted().decides('AcceptForEvaluation', named)).toMatchObject({ rejected: 'result.unknown' });
      expect(submitted().decides('ReturnResult', { ...returning, ...named })).toMatchObject({
        rejected: 'result.unknown',
      });
    }
    expect(submitted().decides('AcceptForEvaluation', { ...accepting, itemIds: [] })).toMatchObject({
      rejected: 'item.none-named',
    });
  });

  it('leaves a resolution’s date to the Standing Committee', () => {
    const fixed = rectifying(
      {
        fixedDueDate: '2026-11-30',
        assignments: [{ id: 'a-lead', organ: 'housing-bureau', role: 'lead', scopeText: '' }],
      },
      'resolution',
    )
      .by(actors.government)
      .does('SubmitDraftResult', drafting)
      .by(actors.committee)
      .does('GiveCommitteeOpinion', advice)
      .by(actors.government)
      .does('SubmitResult', report())
      .by(actors.committee);
    const later = { ...returning, newDueDate: '2026-12-31' };
    expect(fixed.decides('ReturnResult', later)).toMatchObject({
      rejected: 'extension.standing-committee-only',
    });
    expect(fixed.by(actors.council, 'standing-committee').decides('ReturnResult', later)).toMatchObject({
      rejected: 'mandate.none',
    });
    expect(fixed.decides('ReturnResult', { ...returning, newDueDate: '2026-11-30' })).toHaveLength(1);
  });
});
