import { describe, expect, it } from '@jest/globals';
import type { DecisionOfBody } from '@duban/kernel';
import { bodies, decisionAt, knowing, mandateOf, meetingOf } from '../authority/authority.fixture.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { vote } from './evaluation/evaluation.fixture.ts';
import { actors, evaluatingItems } from './case-story.fixture.ts';
import { rectifying } from './handling.fixture.ts';
import { stepRecords } from './step-tables.ts';

const DAY = '2026-02-02';
const suspending = { itemId: 'i1', ground: 'superior-approval', reviewDate: '2026-05-06' } as const;
const required = { ...cqDefault1, decisions: 'required' as const };
const council = rectifying().at(DAY).by(actors.council);
const strict = council.under(required).with({ known: knowing({}) });

const met = meetingOf('npcsc-council', DAY, { present: 7, serving: 9 });
const committee = meetingOf('npcsc', DAY);
const decision = decisionAt(met);
const suspends = (more: Partial<DecisionOfBody> = {}, known = knowing({ meeting: met })) =>
  strict.with({ decision: { ...decision, ...more }, known }).decides('Suspend', suspending);

describe('whether a decision must be named', () => {
  it('is said by the rule set; one that says nothing asks it of whoever enters for a registered body', () => {
    const missing = { rejected: 'decision.missing' };
    const onPaper = { ...cqDefault1, decisions: 'on-paper' as const };
    expect(strict.decides('Suspend', suspending)).toMatchObject(missing);
    expect(council.with({ known: knowing({}) }).decides('Suspend', suspending)).toMatchObject(missing);
    expect(council.decides('Suspend', suspending)).toHaveLength(1);
    expect(
      council
        .under(onPaper)
        .with({ known: knowing({}) })
        .decides('Suspend', suspending),
    ).toHaveLength(1);
    const others = { ...knowing({}), bodies: { 'urban-committee': bodies['urban-committee'] } };
    expect(council.with({ known: others as never }).decides('Suspend', suspending)).toHaveLength(1);
  });

  it('is asked at whatever organ the post is, once a body that decides the step is registered on that day', () => {
    const elsewhere = council.by({ ...actors.council, organ: 'other-council' });
    const decides = (story: typeof council) => story.decides('Suspend', suspending);
    const onPaper = { ...cqDefault1, decisions: 'on-paper' as const };
    const registered = elsewhere.with({ known: knowing({}) });
    expect(decides(registered)).toMatchObject({ rejected: 'decision.missing' });
    expect(decides(registered.under(onPaper))).toHaveLength(1);
    expect(decides(elsewhere)).toHaveLength(1);
    const post = { role: 'chairpersons-council', organ: 'other-council' } as const;
    const known = knowing({ mandate: mandateOf({ post }) });
    expect(decides(elsewhere.with({ mandate: { id: 'm-1' }, known }))).toHaveLength(1);
  });

  it('goes by the rules of the day of record, not of the day that is stated', () => {
    const rules = { ruleSets: { 'cq-default@1': cqDefault1, 'cq-default@2': required } };
    const of = (ruleSetToday: string) =>
      council.with({ ...rules, ruleSetToday }).decides('Suspend', suspending);
    expect(of('cq-default@2')).toMatchObject({ rejected: 'decision.missing' });
    expect(of('cq-default@1')).toHaveLength(1);
  });

  it('is asked of no post that acts in its own name', () => {
    const plain = rectifying()
      .under(required)
      .with({ known: knowing({}) })
      .by(actors.committee);
    expect(plain.decides('ReturnPlan', { itemId: 'i1', reason: 'r' })).not.toMatchObject({
      rejected: 'decision.missing',
    });
  });
});

describe('a decision', () => {
  it('of the Council at its recorded meeting carries the act', () => {
    expect(suspends()).toHaveLength(1);
  });

  it('by circulation or signature carries it with its document', () => {
    const signed: DecisionOfBody = {
      body: 'npcsc-council',
      form: 'signature',
      on: DAY,
      documentNo: '签〔2026〕7号',
    };
    const sent = (said: DecisionOfBody) =>
      strict.with({ decision: said, known: knowing({}) }).decides('Suspend', suspending);
    expect(sent(signed)).toHaveLength(1);
    expect(sent({ ...signed, form: 'circulation' })).toHaveLength(1);
    expect(sent({ ...signed, documentNo: ' ' })).toMatchObject({ rejected: 'decision.document-missing' });
    expect(sent({ ...signed, meeting: 'm' })).toMatchObject({ rejected: 'decision.other-meeting' });
  });

  it.each<[string, Partial<DecisionOfBody>, string]>([
    ['of a body that nobody registered', { body: 'constructor' }, 'decision.body-unknown'],
    ['of a body before its first day', { on: '2023-01-19' }, 'decision.body-unknown'],
    ['of a body that does not decide this', { body: 'urban-committee' }, 'decision.body-not-competent'],
    ['of tomorrow', { on: '2026-02-03' }, 'decision.in-future'],
    ['of another day than the meeting', { on: '2026-02-01' }, 'decision.other-meeting'],
    ['at a meeting of another body', { body: 'npcsc' }, 'decision.other-meeting'],
    ['at a meeting that nobody recorded', { meeting: 'other' }, 'decision.meeting-unknown'],
    ['read at another revision', { revision: 3 }, 'decision.other-meeting'],
  ])('%s carries nothing', (_what, more, code) => {
    expect(suspends(more)).toMatchObject({ rejected: code });
  });

  it('at a meeting names it', () => {
    const { meeting: _unsaid, ...said } = decision;
    expect(
      strict.with({ decision: said, known: knowing({ meeting: met }) }).decides('Suspend', suspending),
    ).toMatchObject({ rejected: 'decision.meeting-missing' });
  });

  it('is entered by those who keep the body', () => {
    const elsewhere = strict.by({ ...actors.council, organ: 'other-council' });
    expect(
      elsewhere.with({ decision, known: knowing({ meeting: met }) }).decides('Suspend', suspending),
    ).toMatchObject({ rejected: 'decision.not-your-body' });
  });

  it('is not dated after the act that rests on it', () => {
    const early = { occurredAt: '2026-02-01T09:00:00+08:00', occurredOn: '2026-02-01' };
    const story = strict.with({ ...early, decision, known: knowing({ meeting: met }) });
    expect(story.decides('Suspend', suspending)).toMatchObject({ rejected: 'decision.after-the-act' });
  });

  it('of the Committee takes more than half of all its members', () => {
    const sent = (present: number) =>
      suspends(decisionAt(committee), knowing({ meeting: { ...committee, present } }));
    expect(sent(30)).toMatchObject({ rejected: 'decision.no-quorum', details: { present: 30, serving: 60 } });
    expect(sent(31)).toHaveLength(1);
  });

  it('of a step that no body decides is refused, since nothing would check it', () => {
    const office = rectifying()
      .at(DAY)
      .by(actors.office)
      .with({ decision, known: knowing({ meeting: met }) });
    expect(office.decides('LinkCase', { kind: 'repeats', target: 'c9' })).toMatchObject({
      rejected: 'decision.not-taken-yet',
    });
  });

  it('goes without a mandate beside it', () => {
    const both = strict.with({ decision, mandate: { id: 'm-1' }, known: knowing({ meeting: met }) });
    expect(both.decides('Suspend', suspending)).toMatchObject({ rejected: 'decision.beside-mandate' });
  });
});

describe('a mandate', () => {
  const under = (mandate = mandateOf(), more = {}) =>
    strict.with({ mandate: { id: 'm-1' }, known: knowing({ mandate, ...more }) });

  it('carries what its post does for the body', () => {
    expect(under().decides('Suspend', suspending)).toHaveLength(1);
  });

  it('lets its post speak in the name of that body, and of no other', () => {
    const named = (onBehalfOf: string) =>
      under().by(actors.council, onBehalfOf).decides('Suspend', suspending);
    expect(named('npcsc-council')).toHaveLength(1);
    expect(named('npcsc')).toMatchObject({ rejected: 'mandate.none' });
    expect(strict.by(actors.council, 'npcsc-council').decides('Suspend', suspending)).toMatchObject({
      rejected: 'mandate.none',
    });
  });

  it.each<[string, Parameters<typeof mandateOf>[0], string]>([
    ['of another id', { mandateId: 'm-2' }, 'mandate.unknown'],
    ['that is over', { until: '2026-02-01' }, 'mandate.not-in-force'],
    ['that has not begun', { from: '2026-02-03' }, 'mandate.not-in-force'],
    ['of another post', { post: { role: 'chairpersons-council', organ: 'x' } }, 'mandate.other-post'],
    ['for another step', { steps: ['Resume'] }, 'mandate.other-step'],
    ['for another case', { all: false, cases: ['c9'], topics: ['water'] }, 'mandate.other-case'],
  ])('%s carries nothing', (_what, more, code) => {
    expect(under(mandateOf(more)).decides('Suspend', suspending)).toMatchObject({ rejected: code });
  });

  it('for this case or its topic carries it', () => {
    for (const more of [{ cases: ['c1'] }, { topics: ['property'] }])
      expect(under(mandateOf({ all: false, ...more })).decides('Suspend', suspending)).toHaveLength(1);
  });

  it('lapses with the term in which it began', () => {
    const ended = under(mandateOf(), { termEnds: ['2026-02-01'] });
    expect(ended.decides('Suspend', suspending)).toMatchObject({ rejected: 'mandate.not-in-force' });
  });

  it('is not there where nobody recorded it, and is named as it is now', () => {
    expect(strict.with({ mandate: { id: 'm-1' } }).decides('Suspend', suspending)).toMatchObject({
      rejected: 'mandate.unknown',
    });
    const stale = strict.with({
      mandate: { id: 'm-1', revision: 4 },
      known: knowing({ mandate: mandateOf() }),
    });
    expect(stale.decides('Suspend', suspending)).toMatchObject({ rejected: 'mandate.changed' });
  });

  it('never covers a vote, even one that says so', () => {
    const voting = evaluatingItems({ assignment: { instruments: ['vote'] } }).by(actors.office);
    const post = { role: 'supervision-office', organ: 'npcsc-office' } as const;
    const mandate = mandateOf({ post, steps: ['RecordVote'], kind: 'standing-committee', body: 'npcsc' });
    const story = voting.with({ mandate: { id: 'm-1' }, known: knowing({ mandate }) });
    expect(story.decides('RecordVote', vote('v1', [40, 10, 5]))).toMatchObject({
      rejected: 'mandate.not-delegable',
    });
  });
});

describe('a vote', () => {
  it('was taken at a recorded meeting of the Committee with its quorum', () => {
    const voting = evaluatingItems({ assignment: { instruments: ['vote'] } })
      .by(actors.office)
      .under(required);
    const tally = vote('v1', [40, 10, 5]);
    const meeting = meetingOf('npcsc', '2026-03-25', { serving: tally.eligible, present: tally.present });
    const sent = (known: ReturnType<typeof knowing>) =>
      voting.with({ decision: decisionAt(meeting), known }).decides('RecordVote', tally);
    expect(voting.with({ known: knowing({}) }).decides('RecordVote', tally)).toMatchObject({
      rejected: 'decision.missing',
    });
    expect(sent(knowing({ meeting: { ...meeting, present: 30 } }))).toMatchObject({
      rejected: 'decision.no-quorum',
    });
    expect(sent(knowing({ meeting }))).toHaveLength(1);
  });
});

describe('a date fixed in a resolution', () => {
  const fixed = rectifying({ fixedDueDate: '2026-04-07', fixedInResolution: true }, 'resolution')
    .at(DAY)
    .by(actors.council)
    .under(required);

  it('is stopped and set going again by the Committee alone, and under nobody’s mandate', () => {
    const byCouncil = fixed.with({ decision, known: knowing({ meeting: met }) });
    const only = { rejected: 'extension.standing-committee-only' };
    expect(byCouncil.decides('Suspend', suspending)).toMatchObject(only);
    const mandate = mandateOf({ body: 'npcsc', kind: 'standing-committee' });
    const mandated = fixed.with({ mandate: { id: 'm-1' }, known: knowing({ mandate }) });
    expect(mandated.decides('Suspend', suspending)).toMatchObject(only);
    const byCommittee = fixed.with({
      decision: decisionAt(committee),
      known: knowing({ meeting: committee }),
    });
    const stopped = byCommittee.does('Suspend', suspending);
    expect(
      stopped.with({ decision, known: knowing({ meeting: met }) }).decides('Resume', { itemId: 'i1' }),
    ).toMatchObject(only);
    expect(stopped.decides('Resume', { itemId: 'i1' })).toHaveLength(1);
  });
});

it('each step that the Council may send is decided by a body or done in its own name', () => {
  const unclear = Object.entries(stepRecords).filter(
    ([, { who, decidedBy, inOwnName }]) =>
      who.includes('chairpersons-council') && (decidedBy === undefined) === (inOwnName !== true),
  );
  expect(unclear.map(([name]) => name)).toEqual([]);
});

it('each step that a body decides can be sent by those who enter it', () => {
  for (const { who, decidedBy } of Object.values(stepRecords))
    for (const role of decidedBy?.enteredBy ?? []) expect(who).toContain(role);
});
