import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { deciding } from '../given.fixture.ts';
import { contextOn, placed } from '../register/placed.fixture.ts';
import { postsDecider, type PostCommand } from './posts.register.ts';
import { postsHeldOn, samePerson } from './posts.state.ts';

const guard: Actor = { id: 'person:guard', role: 'security-admin', organ: 'cq-ic' };
const PAPER = { documentNo: '渝人常办〔2026〕1号' };
const on = (day: string, basis: object = PAPER) => ({ ...contextOn(day, guard), basis });
const decide = deciding(placed(postsDecider, on('2026-06-01')));

type Granting = Extract<PostCommand, { readonly type: 'GrantPost' }>['data'];
const grant = (more: Partial<Granting> = {}): PostCommand => ({
  type: 'GrantPost',
  data: {
    ...{ personId: 'person:a', role: 'organ-lead', organ: 'cq-housing', from: '2026-06-01', until: null },
    ...more,
  },
});
const end = (lastDay: string, more: object = {}): PostCommand => ({
  type: 'EndPost',
  data: { personId: 'person:a', role: 'organ-lead', organ: 'cq-housing', lastDay, ...more },
});
const term = (lastDay: string): PostCommand => ({ type: 'SetTermEnd', data: { lastDay } });
const link = (personId: string, otherId: string): PostCommand => ({
  type: 'LinkPersons',
  data: { personId, otherId },
});
const part = (personId: string, otherId: string): PostCommand => ({
  type: 'PartPersons',
  data: { personId, otherId },
});

describe('a post is granted', () => {
  it('and held from its first day to its last, and on no other', () => {
    const { state } = decide(grant({ from: '2026-06-02', until: '2026-06-30' }));
    const held = (day: string): number => postsHeldOn(state, 'person:a', day).length;
    expect(['2026-06-01', '2026-06-02', '2026-06-30', '2026-07-01'].map(held)).toEqual([0, 1, 1, 0]);
  });

  it('once: the same again decides nothing', () => {
    expect(decide(grant(), grant()).last).toEqual([]);
  });

  it('again from the day after its end', () => {
    const { state } = decide(grant({ until: '2026-06-30' }), grant({ from: '2026-07-01' }));
    expect(postsHeldOn(state, 'person:a', '2026-07-01')).toHaveLength(1);
  });

  it('beside another that goes together with it', () => {
    expect(decide(grant(), grant({ role: 'organ-co' })).events).toHaveLength(2);
  });
});

describe('a post is not granted', () => {
  it.each<[string, readonly PostCommand[], string]>([
    ['to oneself', [grant({ personId: 'person:guard' })], 'post.own'],
    ['from a past day', [grant({ from: '2026-05-31' })], 'post.in-the-past'],
    ['to end before it begins', [grant({ until: '2026-05-31' })], 'post.ends-before-it-begins'],
    ['on no date', [grant({ from: '2026-02-30' })], 'post.date-invalid'],
    ['where it is held already', [grant(), grant({ from: '2026-07-01' })], 'post.held-already'],
    [
      'to a member of the Council with an office under supervision',
      [grant(), grant({ role: 'chairpersons-council', organ: 'cq-cc' })],
      'post.incompatible',
    ],
    [
      'to an auditor with business in the cases',
      [grant({ role: 'auditor', organ: 'cq-audit' }), grant({ role: 'deputy', organ: 'cq-npc' })],
      'post.incompatible',
    ],
    [
      'to one person under two ids, where it is not to one',
      [
        link('person:a', 'person:b'),
        grant(),
        grant({ personId: 'person:b', role: 'system-admin', organ: 'cq-ic' }),
      ],
      'post.incompatible',
    ],
  ])('%s', (_what, commands, code) => {
    expect(decide(...commands).last).toMatchObject({ rejected: code });
  });

  it('without a paper', () => {
    const without = deciding(placed(postsDecider, on('2026-06-01', { documentNo: ' ' })));
    for (const command of [grant(), end('2026-06-01'), term('2028-01-20'), link('person:a', 'person:b')])
      expect(without(command).last).toEqual({ rejected: 'post.without-basis' });
  });

  it('but two that never meet are', () => {
    const deputy = grant({ role: 'deputy', organ: 'cq-npc', from: '2026-07-01' });
    expect(decide(grant({ role: 'auditor', until: '2026-06-30' }), deputy).events).toHaveLength(2);
  });
});

describe('a post ends', () => {
  it('on its last day, and at once where that is yesterday', () => {
    const { state } = decide(grant(), end('2026-05-31'));
    expect(postsHeldOn(state, 'person:a', '2026-06-01')).toEqual([]);
  });

  it('once, and only where it was granted', () => {
    expect(decide(grant(), end('2026-06-30'), end('2026-06-30')).last).toEqual([]);
    expect(decide(end('2026-06-30')).last).toEqual({ rejected: 'post.never-granted' });
    expect(decide(grant(), end('2026-05-30')).last).toMatchObject({ rejected: 'post.in-the-past' });
  });

  it('with the term that it began in, unless it is an administrator’s', () => {
    const admin = grant({ personId: 'person:c', role: 'security-admin', organ: 'cq-ic' });
    const { state } = decide(grant(), admin, term('2028-01-20'));
    expect(postsHeldOn(state, 'person:a', '2028-01-20')).toHaveLength(1);
    expect(postsHeldOn(state, 'person:a', '2028-01-21')).toEqual([]);
    expect(postsHeldOn(state, 'person:c', '2028-01-21')).toHaveLength(1);
  });

  it('not with a term that it was renewed beyond, nor on a day that was corrected', () => {
    const renewed = decide(term('2028-01-20'), grant(), grant({ from: '2028-01-21' })).state;
    expect(postsHeldOn(renewed, 'person:a', '2028-01-21')).toHaveLength(1);
    const corrected = decide(grant(), term('2028-01-20'), term('2028-02-20')).state;
    expect(postsHeldOn(corrected, 'person:a', '2028-02-01')).toHaveLength(1);
    expect(corrected.termEnds).toEqual(['2028-02-20']);
  });
});

it('is not granted to oneself under another id', () => {
  const linked = placed(postsDecider, { ...on('2026-06-01'), actor: { ...guard, id: 'person:x' } });
  const { state } = deciding(linked)(link('person:guard', 'person:b'));
  const { decide: judge } = placed(postsDecider, on('2026-06-01'));
  expect(judge(grant({ personId: 'person:b' }), state)).toEqual({ rejected: 'post.own' });
});

describe('persons', () => {
  it('are one over several links, and hold together what each of them holds', () => {
    const { state } = decide(link('person:a', 'person:b'), link('person:b', 'person:c'), grant());
    expect(samePerson('person:a', 'person:c', state)).toBe(true);
    expect(samePerson('person:a', 'person:d', state)).toBe(false);
    expect(postsHeldOn(state, 'person:c', '2026-06-01')).toHaveLength(1);
  });

  it('are two again after a mistake', () => {
    const { state } = decide(link('person:a', 'person:b'), part('person:b', 'person:a'));
    expect(samePerson('person:a', 'person:b', state)).toBe(false);
  });

  it.each<[string, readonly PostCommand[], string]>([
    ['linked with themselves', [link('person:a', 'person:a')], 'post.one-person'],
    ['linked by themselves', [link('person:a', 'person:guard')], 'post.own'],
    ['parted by themselves', [part('person:guard', 'person:a')], 'post.own'],
    ['parted where they were not linked', [part('person:a', 'person:b')], 'post.not-linked'],
    [
      'linked where their posts do not go together',
      [grant(), grant({ personId: 'person:b', role: 'auditor' }), link('person:a', 'person:b')],
      'post.incompatible',
    ],
  ])('are not %s', (_what, commands, code) => {
    expect(decide(...commands).last).toMatchObject({ rejected: code });
  });
});
