import { describe, expect, it } from '@jest/globals';
import { decisionAt, knowing, meetingOf } from '../authority/authority.fixture.ts';
import { actors } from '../case/case-story.fixture.ts';
import { deciding } from '../given.fixture.ts';
import type { RegisterContext } from '../register/register-step.ts';
import { contextOn, placed } from '../register/placed.fixture.ts';
import { mandateDecider, type MandateCommand } from './mandate.register.ts';
import { isInForce } from './mandate.state.ts';

const council = meetingOf('npcsc-council', '2026-06-01', { present: 7, serving: 9 });
const committee = meetingOf('npcsc', '2026-06-01');
const at = (day: string, meeting = council, termEnds: readonly string[] = []): RegisterContext => ({
  ...contextOn(day, actors.council),
  decision: decisionAt(meeting),
  known: knowing({ meeting, termEnds }),
});
const decide = deciding(placed(mandateDecider, at('2026-06-01')));

type Giving = Extract<MandateCommand, { readonly type: 'GiveMandate' }>['data'];
const give = (more: Partial<Giving> = {}): MandateCommand => ({
  type: 'GiveMandate',
  data: {
    ...{ mandateId: 'm-1', body: 'npcsc-council', role: 'chairpersons-council', organ: 'npcsc-council' },
    ...{ steps: ['DecideExtension', 'Suspend', 'Resume', 'ApproveList'], all: true, cases: [], topics: [] },
    ...{ from: '2026-06-01', until: null, ...more },
  },
});
const end = (lastDay: string): MandateCommand => ({
  type: 'EndMandate',
  data: { mandateId: 'm-1', lastDay },
});

describe('a mandate', () => {
  it('is given by the body, to the end of the term, and says which kind of body gave it', () => {
    expect(decide(give()).last).toMatchObject([{ data: { kind: 'chairpersons-council', until: null } }]);
  });

  it('is in force from its first day to the end of the term in which it began', () => {
    const { state } = decide(give());
    if (state.status !== 'given') throw new Error('no mandate');
    const days = ['2026-05-31', '2026-06-01', '2028-01-20', '2028-01-21'];
    expect(days.map((day) => isInForce(state, day, ['2023-01-19', '2028-01-20']))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('ends earlier where the body ends it, and twice decides nothing', () => {
    const { state, last } = decide(give(), end('2026-06-30'), end('2026-06-30'));
    expect([state, last]).toMatchObject([{ until: '2026-06-30', first: null }, []]);
  });

  it('that is given again as it was decides nothing, ended or not', () => {
    expect(decide(give(), give()).last).toEqual([]);
    expect(decide(give(), end('2026-06-30'), give()).last).toEqual([]);
  });

  it('may be for cases or topics alone', () => {
    expect(decide(give({ all: false, topics: ['property'] })).events).toHaveLength(1);
    expect(decide(give({ all: false, cases: ['c1'] })).events).toHaveLength(1);
  });

  it('may be ended as of yesterday, which takes it away at once', () => {
    const { events } = decide(give());
    expect(deciding(placed(mandateDecider, at('2026-06-01')))(give(), end('2026-05-31')).last).toHaveLength(
      1,
    );
    expect(events).toHaveLength(1);
  });
});

describe('a mandate is not given', () => {
  it.each<[string, Partial<Giving>, string]>([
    ['for votes', { steps: ['RecordVote'] }, 'mandate.never-delegable'],
    [
      'for the choice after a second failure',
      { steps: ['Suspend', 'DecideEscalation'] },
      'mandate.never-delegable',
    ],
    ['for what no body decides', { steps: ['FilePlan'] }, 'mandate.step-unknown'],
    ['for a step that is none', { steps: ['constructor'] }, 'mandate.step-unknown'],
    ['to a post that cannot send it', { role: 'supervision-office' }, 'mandate.post-cannot'],
    ['for every case and some of them', { cases: ['c1'] }, 'mandate.scope-unclear'],
    ['for no case', { all: false }, 'mandate.scope-unclear'],
    ['from before it was decided', { from: '2026-05-31' }, 'mandate.before-its-decision'],
    ['to end before it begins', { until: '2026-05-31' }, 'mandate.ends-before-it-begins'],
    ['on no day', { until: '2026-06-31' }, 'mandate.date-invalid'],
    ['by another body than decided', { body: 'npcsc' }, 'mandate.other-body'],
  ])('%s', (_what, more, code) => {
    expect(decide(give(more)).last).toMatchObject({ rejected: code });
  });

  it('without a decision, by signature, or at a meeting that nobody recorded', () => {
    const { decision: _none, ...undecided } = at('2026-06-01');
    const signed = { body: 'npcsc-council', form: 'signature', on: '2026-06-01', documentNo: 'n' } as const;
    const given = (context: RegisterContext) => deciding(placed(mandateDecider, context))(give()).last;
    expect(given(undecided)).toMatchObject({ rejected: 'decision.missing' });
    expect(given({ ...undecided, decision: signed })).toMatchObject({
      rejected: 'decision.form-not-allowed',
    });
    expect(given({ ...at('2026-06-01'), known: knowing({}) })).toMatchObject({
      rejected: 'decision.meeting-unknown',
    });
  });

  it('by a committee for what it does not decide, nor a Committee without more than half of its members', () => {
    const urban = meetingOf('urban-committee', '2026-06-01');
    const by = (meeting: typeof urban, more: Partial<Giving>) =>
      deciding(
        placed(mandateDecider, {
          ...at('2026-06-01', meeting),
          actor: meeting === urban ? actors.committee : actors.council,
        }),
      )(give(more)).last;
    expect(by(urban, { body: 'urban-committee' })).toMatchObject({ rejected: 'mandate.body-not-competent' });
    expect(by({ ...committee, present: 30 }, { body: 'npcsc' })).toMatchObject({
      rejected: 'decision.no-quorum',
      details: { present: 30, serving: 60 },
    });
    expect(by({ ...committee, present: 31 }, { body: 'npcsc' })).toHaveLength(1);
  });
});

describe('a mandate does not end', () => {
  const later = deciding(placed(mandateDecider, at('2026-06-10')));
  it.each<[string, readonly MandateCommand[], string]>([
    ['where there is none', [end('2026-06-30')], 'mandate.unknown'],
    ['in the past', [give({ until: null }), end('2026-06-08')], 'mandate.in-the-past'],
    ['on no day', [give(), end('2026-06-31')], 'mandate.date-invalid'],
    ['under another id', [give(), give({ mandateId: 'm-2' })], 'mandate.other-id'],
    [
      'and is not given again with other facts',
      [give(), give({ steps: ['Suspend'] })],
      'mandate.known-differently',
    ],
  ])('%s', (_what, commands, code) => {
    expect(later(...commands).last).toMatchObject({ rejected: code });
  });
});
