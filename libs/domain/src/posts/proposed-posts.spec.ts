import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { stateAfter } from '../given.fixture.ts';
import { contextOn } from '../register/placed.fixture.ts';
import type { RegisterContext } from '../register/register-step.ts';
import { postsDecider, type PostCommand, type PostEvent } from './posts.register.ts';
import { postsHeldOn, samePerson, type PostsState } from './posts.state.ts';

const PAPER = { documentNo: '渝人常办〔2026〕1号' };
const admin = (name: string, organ = 'cq-ic'): Actor => ({
  id: `person:${name}`,
  role: 'security-admin',
  organ,
});
const [li, wu] = [admin('li'), admin('wu')];
const held = (who: Actor): PostEvent => ({
  type: 'PostGranted',
  data: { personId: who.id, role: 'security-admin', organ: who.organ, from: '2026-01-01', until: null },
});
const asked = { personId: 'person:a', role: 'organ-lead', organ: 'cq-housing' } as const;
const dates = { from: '2026-06-01', until: null };

const grant: PostCommand = { type: 'GrantPost', data: { ...asked, ...dates } };
const propose: PostCommand = { type: 'ProposeGrant', data: { ...asked, ...dates } };
const confirm: PostCommand = { type: 'ConfirmGrant', data: { proposalId: 'grant-1' } };
const decline: PostCommand = { type: 'DeclineGrant', data: { proposalId: 'grant-1' } };
const pair = { personId: 'person:a', otherId: 'person:b' };
const link: PostCommand = { type: 'LinkPersons', data: pair };
const proposeLink: PostCommand = { type: 'ProposeLink', data: pair };
const confirmLink: PostCommand = { type: 'ConfirmLink', data: { proposalId: 'link-1' } };
const declineLink: PostCommand = { type: 'DeclineLink', data: { proposalId: 'link-1' } };

type More = Partial<RegisterContext>;
type Sent = readonly [Actor, PostCommand, More?];

/** Commands one after the other, each as its own administrator sends it; a refusal ends it. */
const office = (administrators: readonly Actor[], ...sent: readonly Sent[]) => {
  const given = administrators.map(held);
  let last: ReturnType<typeof postsDecider.decide> = [];
  // Whose each event is matters here.
  const state = (): PostsState =>
    recorded.reduce<PostsState>(
      (before, { event, by, day }, revision) =>
        postsDecider.evolve(before, {
          ...event,
          ...{ id: `e${revision}`, revision, occurredAt: `${day}T09:00:00+08:00`, decidedOn: day },
          ...{ recordedAt: `${day}T01:00:02.113Z`, actor: by },
        }),
      stateAfter(postsDecider, given),
    );
  const recorded: { readonly event: PostEvent; readonly by: Actor; readonly day: string }[] = [];
  for (const [by, command, more = {}] of sent) {
    const context = { ...contextOn('2026-06-01', by), basis: PAPER, ...more };
    last = postsDecider.decide({ ...command, context }, state());
    if ('rejected' in last) break;
    recorded.push(...last.map((event) => ({ event, by, day: context.decidedOn })));
  }
  return { last, state: state() };
};
const listed: More = { confirmedByOne: ['grant'] };
const on = (day: string): More => contextOn(day, wu);

describe('a post where there are two security administrators', () => {
  it('is not granted by one of them', () => {
    expect(office([li, wu], [li, grant]).last).toEqual({
      rejected: 'post.needs-second',
      details: { propose: 'ProposeGrant' },
    });
    expect(office([li, wu], [li, link]).last).toMatchObject({ rejected: 'post.needs-second' });
  });

  it('is held once the other one has confirmed it, and not before', () => {
    const { state: waiting } = office([li, wu], [li, propose]);
    expect(postsHeldOn(waiting, 'person:a', '2026-06-01')).toEqual([]);
    expect(waiting.proposals).toMatchObject([{ proposedBy: li, expiresOn: '2026-07-01', status: 'waiting' }]);
    const { last, state } = office([li, wu], [li, propose], [wu, confirm]);
    expect(last).toMatchObject([{ data: { proposalId: 'grant-1', byOnePerson: false } }]);
    expect(postsHeldOn(state, 'person:a', '2026-06-01')).toHaveLength(1);
    expect(state.proposals).toMatchObject([{ status: 'confirmed', endedBy: 'person:wu' }]);
  });

  it('begins on the day of its confirmation where that is later than it was to begin', () => {
    const { last } = office([li, wu], [li, propose], [wu, confirm, on('2026-06-20')]);
    expect(last).toMatchObject([{ data: { from: '2026-06-20' } }]);
  });

  it('is proposed once, and confirmed once', () => {
    expect(office([li, wu], [li, propose], [wu, propose]).last).toEqual([]);
    expect(office([li, wu], [li, propose], [wu, confirm], [wu, confirm]).last).toEqual([]);
    expect(office([li, wu], [li, proposeLink], [li, proposeLink]).last).toEqual([]);
  });

  it('is declined by the other one, or taken back', () => {
    for (const by of [li, wu]) {
      const { state } = office([li, wu], [li, propose], [by, decline]);
      expect(state.proposals).toMatchObject([{ status: 'declined' }]);
      expect(office([li, wu], [li, propose], [by, decline], [wu, confirm]).last).toMatchObject({
        rejected: 'proposal.ended',
      });
    }
  });
});

describe('who proposed a post', () => {
  it.each<[string, readonly Sent[], string]>([
    [
      'does not confirm it',
      [
        [li, propose],
        [li, confirm],
      ],
      'proposal.own',
    ],
    [
      'does not confirm it under another id',
      [
        [
          admin('x'),
          { type: 'LinkPersons', data: { personId: 'person:li', otherId: 'person:li-2' } },
          listed,
        ],
        [li, propose],
        [admin('li-2'), confirm],
      ],
      'proposal.own',
    ],
    [
      'waits no longer than a month',
      [
        [li, propose],
        [wu, confirm, on('2026-07-02')],
      ],
      'proposal.expired',
    ],
    [
      'does not propose it otherwise meanwhile',
      [
        [li, propose],
        [li, { type: 'ProposeGrant', data: { ...asked, ...dates, until: '2026-12-31' } }],
      ],
      'proposal.waiting',
    ],
    ['names a proposal that there is', [[li, decline]], 'proposal.unknown'],
    [
      'names one of the same kind',
      [
        [li, propose],
        [wu, { ...confirmLink, data: { proposalId: 'grant-1' } }],
      ],
      'proposal.unknown',
    ],
    [
      'finds the rules of a post kept when it is confirmed',
      [
        [li, propose],
        [li, { type: 'ProposeGrant', data: { ...asked, role: 'auditor', ...dates } }],
        [wu, confirm],
        [wu, { type: 'ConfirmGrant', data: { proposalId: 'grant-2' } }],
      ],
      'post.incompatible',
    ],
  ])('%s', (_what, sent, code) => {
    expect(office([li, wu], ...sent).last).toMatchObject({ rejected: code });
  });

  it('does not get it confirmed by whom it is for', () => {
    const own: PostCommand = {
      type: 'ProposeGrant',
      data: { personId: 'person:wu', role: 'audit-admin', organ: 'cq-ic', ...dates },
    };
    const three = [li, wu, admin('zhao')];
    expect(office(three, [li, own], [wu, confirm]).last).toEqual({ rejected: 'post.own' });
    expect(office(three, [li, own], [admin('zhao'), confirm]).last).toHaveLength(1);
  });
});

describe('one administrator stands for two', () => {
  it.each<[string, readonly Actor[], More]>([
    ['where there is no other', [li], {}],
    ['where the register knows of none', [], {}],
    ['where the other one is of another organ', [li, admin('wu', 'cq-district')], {}],
    ['where the rule set lists it, and at the machine', [li, wu], listed],
  ])('%s, and the event says so', (_where, administrators, more) => {
    expect(office(administrators, [li, grant, more]).last).toMatchObject([{ data: { byOnePerson: true } }]);
    expect(office(administrators, [li, link, more]).last).toMatchObject([{ data: { byOnePerson: true } }]);
    expect(office(administrators, [li, propose, more], [li, confirm, more]).last).toMatchObject([
      { data: { byOnePerson: true } },
    ]);
  });

  it('where the only other one is whom it is for', () => {
    const forWu: PostCommand = {
      type: 'GrantPost',
      data: { personId: 'person:wu', role: 'audit-admin', organ: 'cq-ic', ...dates },
    };
    expect(office([li, wu], [li, forWu]).last).toMatchObject([{ data: { byOnePerson: true } }]);
  });
});

describe('persons where there are two security administrators', () => {
  it('are one once the other one has confirmed it', () => {
    const { state: waiting } = office([li, wu], [li, proposeLink]);
    expect(samePerson('person:a', 'person:b', waiting)).toBe(false);
    const { state, last } = office([li, wu], [li, proposeLink], [wu, confirmLink]);
    expect(samePerson('person:a', 'person:b', state)).toBe(true);
    expect(last).toMatchObject([{ data: { proposalId: 'link-1', byOnePerson: false } }]);
  });

  it('stay two where it was declined, or nobody else has confirmed it', () => {
    const { state } = office([li, wu], [li, proposeLink], [wu, declineLink]);
    expect(state.proposals).toMatchObject([{ status: 'declined', asked: pair }]);
    expect(samePerson('person:a', 'person:b', state)).toBe(false);
    expect(office([li, wu], [li, proposeLink], [li, confirmLink]).last).toMatchObject({
      rejected: 'proposal.own',
    });
  });
});
