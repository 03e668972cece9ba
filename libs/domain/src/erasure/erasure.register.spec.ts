import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import type { PostsState } from '../posts/posts.state.ts';
import { contextOn } from '../register/placed.fixture.ts';
import type { RegisterContext } from '../register/register-step.ts';
import { erasureDecider, type ErasureCommand } from './erasure.register.ts';
import type { ErasureState } from './erasure.state.ts';

const admin = (name: string): Actor => ({ id: `person:${name}`, role: 'security-admin', organ: 'cq-ic' });
const [li, wu] = [admin('li'), admin('wu')];
const postsOf = (...held: readonly Actor[]): PostsState => ({
  grants: held.map(({ id }) => ({
    ...{ personId: id, role: 'security-admin', organ: 'cq-ic' },
    ...{ from: '2026-01-01', until: null },
  })),
  ...{ termEnds: [], links: [], proposals: [] },
});
const TWO = postsOf(li, wu);

const asked = { person: 'person:a', legalBasis: '个人信息保护法第四十七条', requestedBy: 'person' } as const;
const order: ErasureCommand = { type: 'OrderErasure', data: asked };
const propose: ErasureCommand = { type: 'ProposeErasure', data: asked };
const named = { person: 'person:a', proposalId: 'erasure-1' };
const confirm: ErasureCommand = { type: 'ConfirmErasure', data: named };
const decline: ErasureCommand = { type: 'DeclineErasure', data: named };

type Sent = readonly [Actor, ErasureCommand, Partial<RegisterContext>?];

const office = (posts: PostsState, ...sent: readonly Sent[]) => {
  let state: ErasureState = erasureDecider.initialState;
  let last: ReturnType<typeof erasureDecider.decide> = [];
  for (const [actor, command, more = {}] of sent) {
    const context = { ...contextOn('2026-06-01', actor), posts, ...more };
    last = erasureDecider.decide({ ...command, context }, state);
    if ('rejected' in last) break;
    for (const event of last)
      state = erasureDecider.evolve(state, {
        ...event,
        ...{ id: 'e', revision: 0, occurredAt: context.occurredAt, recordedAt: '2026-06-01T01:00:00.000Z' },
        ...{ decidedOn: context.decidedOn, actor },
      });
  }
  return { last, state };
};
const on = (day: string) => contextOn(day, wu);

describe('an erasure where there are two security administrators', () => {
  it('is not ordered by one of them', () => {
    expect(office(TWO, [li, order]).last).toEqual({
      rejected: 'erasure.needs-second',
      details: { propose: 'ProposeErasure' },
    });
  });

  it('is ordered once the other one confirms what was proposed', () => {
    const { last, state } = office(TWO, [li, propose], [wu, confirm]);
    expect(last).toEqual([
      { type: 'ErasureOrdered', data: { ...asked, proposalId: 'erasure-1', byOnePerson: false } },
    ]);
    expect(state.proposals).toMatchObject([{ status: 'confirmed', endedBy: 'person:wu', proposedBy: li }]);
    expect(office(TWO, [li, propose], [wu, confirm], [wu, confirm]).last).toEqual([]);
  });

  it('is proposed once at a time', () => {
    expect(office(TWO, [li, propose], [wu, propose]).last).toEqual([]);
    const other: ErasureCommand = { type: 'ProposeErasure', data: { ...asked, requestedBy: 'retention' } };
    expect(office(TWO, [li, propose], [wu, other]).last).toMatchObject({ rejected: 'proposal.waiting' });
    expect(office(TWO, [li, propose], [wu, other, on('2026-07-02')]).last).toHaveLength(1);
  });

  it('is declined by either of them, and then not confirmed', () => {
    for (const by of [li, wu]) {
      expect(office(TWO, [li, propose], [by, decline], [by, decline]).last).toEqual([]);
      expect(office(TWO, [li, propose], [by, decline], [wu, confirm]).last).toMatchObject({
        rejected: 'proposal.ended',
      });
    }
  });

  it.each<[string, readonly Sent[], string]>([
    [
      'whoever proposed it',
      [
        [li, propose],
        [li, confirm],
      ],
      'proposal.own',
    ],
    [
      'nobody after a month',
      [
        [li, propose],
        [wu, confirm, on('2026-07-02')],
      ],
      'proposal.expired',
    ],
    ['nobody where nothing was proposed', [[wu, confirm]], 'proposal.unknown'],
  ])('is not confirmed by %s', (_who, sent, code) => {
    expect(office(TWO, ...sent).last).toMatchObject({ rejected: code });
  });

  it('is not confirmed under a linked id', () => {
    const linked: PostsState = { ...TWO, links: [['person:li', 'person:wu']] };
    const zhao = admin('zhao');
    const three = { ...linked, grants: [...linked.grants, ...postsOf(zhao).grants] };
    expect(office(three, [li, propose], [wu, confirm]).last).toMatchObject({ rejected: 'proposal.own' });
    expect(office(three, [li, propose], [zhao, confirm]).last).toHaveLength(1);
  });
});

it.each<[string, PostsState, Partial<RegisterContext>]>([
  ['where there is no other', postsOf(li), {}],
  ['where the register of posts knows nobody', postsOf(), {}],
  ['where the rule set lists it, and at the machine', TWO, { confirmedByOne: ['erasure'] }],
])('one administrator stands for two %s, and the event says so', (_where, posts, more) => {
  const marked = [{ type: 'ErasureOrdered', data: { ...asked, byOnePerson: true } }];
  expect(office(posts, [li, order, more]).last).toMatchObject(marked);
  expect(office(posts, [li, propose, more], [li, confirm, more]).last).toMatchObject(marked);
});
