import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import { expiryOf, isWaiting, refuseSecondPerson, samePersonBy, type Proposal } from './two-persons.ts';

const li: Actor = { id: 'person:li', role: 'supervision-office', organ: 'office' };
const wu: Actor = { ...li, id: 'person:wu' };
const proposal: Proposal = {
  proposalId: 'p1',
  proposedBy: li,
  expiresOn: expiryOf('2026-03-01'),
  status: 'waiting',
};
const by = (actor: Actor, today = '2026-03-02') => ({ actor, today, samePerson: samePersonBy() });

describe('the second person of a proposal', () => {
  it('is another one', () => {
    expect(refuseSecondPerson(proposal, by(wu), false)).toBeNull();
    expect(refuseSecondPerson(proposal, by(li), false)).toEqual({
      rejected: 'proposal.own',
      details: { proposalId: 'p1' },
    });
  });

  it('is not the first one in another post, nor under another login that is linked', () => {
    const council = { id: 'person:li', role: 'chairpersons-council', organ: 'council' };
    expect(refuseSecondPerson(proposal, by(council), false)).toMatchObject({ rejected: 'proposal.own' });
    const linked = { ...by(wu), samePerson: samePersonBy({ 'person:wu': 'person:li' }) };
    expect(refuseSecondPerson(proposal, linked, false)).toMatchObject({ rejected: 'proposal.own' });
  });

  it('may be the first one where the rules of a small office say so', () => {
    expect(refuseSecondPerson(proposal, by(li), true)).toBeNull();
  });

  it('comes within a month, and no later', () => {
    expect(refuseSecondPerson(proposal, by(wu, '2026-03-31'), false)).toBeNull();
    expect(refuseSecondPerson(proposal, by(wu, '2026-04-01'), false)).toEqual({
      rejected: 'proposal.expired',
      details: { proposalId: 'p1', expiresOn: '2026-03-31' },
    });
    expect([isWaiting(proposal, '2026-03-31'), isWaiting(proposal, '2026-04-01')]).toEqual([true, false]);
  });

  it.each(['confirmed', 'declined'] as const)('finds nothing to confirm once it is %s', (status) => {
    expect(refuseSecondPerson({ ...proposal, status }, by(wu), true)).toEqual({
      rejected: 'proposal.ended',
      details: { proposalId: 'p1', status },
    });
  });

  it('is told apart by ids that every object inherits', () => {
    const same = samePersonBy({});
    expect(same({ ...li, id: 'constructor' }, { ...li, id: 'toString' })).toBe(false);
  });
});
