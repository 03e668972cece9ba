import { describe, expect, it } from '@jest/globals';
import type { DecisionOfBody } from '@duban/kernel';
import { decisionAt, knowing, mandateOf, meetingOf } from '../authority/authority.fixture.ts';
import { NOTHING_KNOWN } from '../authority/known-authority.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { actors, evaluatingItems, type Story } from './case-story.fixture.ts';
import type { CaseCommandData } from './case.commands.ts';
import { inspection } from './evaluation/evaluation.fixture.ts';
import { organ } from './known-organs.fixture.ts';

const DAY = '2026-03-25';
const other = { ...actors.committee, id: 'person:ma', organ: 'finance-committee' };
const registers = { known: knowing({}) };
const items = { itemIds: ['i1'] };
const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'finance-committee',
  signer: 'person:director',
  publish: true,
};

const inspected = (): Story =>
  evaluatingItems()
    .knowing(organ('finance-committee', 'congress-body'))
    .with(registers)
    .does('RecordInspection', inspection('n1', 'verified'));

/** The same case under another committee, or under none. */
const led = (committee: string | null): Story => {
  const story = inspected();
  const { openedEventId, opened } = story.opened();
  return story.told({
    type: 'EventCorrected',
    data: {
      ...{ targetEventId: openedEventId, targetType: 'CaseOpened', field: '/leadCommittee' },
      ...{ old: opened.leadCommittee, new: committee, reason: 'a slip', approver: 'person:director' },
    },
  });
};

const met = meetingOf('npcsc-council', DAY, { present: 7, serving: 9 });
const decided = { decision: decisionAt(met), known: knowing({ meeting: met }) };
const refused = { rejected: 'decision.not-leading' };

describe('the committee that leads the case concludes and closes', () => {
  it('in its own name', () => {
    const concluded = inspected().does('Conclude', items);
    expect(concluded.decides('CloseItem', closing)).toHaveLength(1);
  });

  it('and another one does not', () => {
    expect(inspected().by(other).decides('Conclude', items)).toEqual({
      ...refused,
      details: {
        ...{ leadCommittee: 'urban-committee', organ: 'finance-committee' },
        ...{ bodies: ['chairpersons-council', 'standing-committee'], forms: ['meeting', 'circulation'] },
      },
    });
    const concluded = inspected().does('Conclude', items);
    expect(concluded.by(other).decides('CloseItem', closing)).toMatchObject(refused);
  });

  it('but its successor does', () => {
    const old = organ('old-committee', 'congress-body', {
      ...{ how: 'merged', on: '2026-03-10', successor: 'finance-committee' },
    });
    const story = led('old-committee').knowing(old).by(other);
    expect(story.does('Conclude', items).decides('CloseItem', closing)).toHaveLength(1);
    expect(led('old-committee').knowing(old).decides('Conclude', items)).toMatchObject(refused);
  });

  it('and nothing is asked where the case names none', () => {
    const story = led(null).by(other);
    expect(story.does('Conclude', items).decides('CloseItem', closing)).toHaveLength(1);
  });
});

describe('another committee by decision', () => {
  it('of the Council or the Committee, whoever keeps that body', () => {
    const story = inspected().by(other).with(decided);
    const concluded = story.does('Conclude', items);
    expect(concluded.decides('CloseItem', closing)).toHaveLength(1);
  });

  it.each<[string, Partial<DecisionOfBody>, string]>([
    ['of itself', { body: 'urban-committee' }, 'decision.body-not-competent'],
    ['at no recorded meeting', { meeting: 'other' }, 'decision.meeting-unknown'],
    ['signed by a leader', { form: 'signature' }, 'decision.form-not-allowed'],
    ['of tomorrow', { on: '2026-03-26' }, 'decision.in-future'],
  ])('not one %s', (_what, more, code) => {
    const story = inspected()
      .by(other)
      .with({ ...decided, decision: { ...decided.decision, ...more } });
    expect(story.decides('Conclude', items)).toMatchObject({ rejected: code });
  });

  it('not by a mandate, nor in another’s name', () => {
    const mandated = {
      mandate: { id: 'm-1' },
      known: knowing({ mandate: mandateOf({ steps: ['Conclude'] }) }),
    };
    expect(inspected().by(other).with(mandated).decides('Conclude', items)).toMatchObject({
      rejected: 'mandate.not-taken-yet',
    });
    const story = inspected().by(other, 'npcsc-council').with(decided);
    expect(story.decides('Conclude', items)).toMatchObject({ rejected: 'mandate.none' });
  });
});

describe('where no decision can be named', () => {
  it('or the rules say so, a paper stands for it', () => {
    const unregistered = inspected().by(other).with({ known: NOTHING_KNOWN });
    expect(unregistered.decides('Conclude', items)).toHaveLength(1);
    expect(unregistered.with({ basis: {} }).decides('Conclude', items)).toMatchObject(refused);
    const onPaper = inspected()
      .by(other)
      .under({ ...cqDefault1, decisions: 'on-paper' });
    expect(onPaper.decides('Conclude', items)).toHaveLength(1);
  });
});
