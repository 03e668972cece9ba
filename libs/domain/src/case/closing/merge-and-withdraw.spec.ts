import { describe, expect, it } from '@jest/globals';
import { actors, receivedItems } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';

const story = receivedItems({
  items: ['i1', 'i2', 'i3'],
  form: 'suggestion',
  proposers: ['person:deputy-1'],
});

describe('merging', () => {
  const elsewhere: CaseCommandData['MergeInto'] = {
    itemId: 'i1',
    intoItemId: 'case-c2/i1',
    target: {
      caseId: 'c2',
      supervisionForm: 'suggestion',
      addressee: 'city-government',
      open: true,
      mergedInto: [],
    },
  };
  const target = (more: object): CaseCommandData['MergeInto'] => ({
    ...elsewhere,
    target: { ...elsewhere.target, ...more } as NonNullable<CaseCommandData['MergeInto']['target']>,
  });

  it('keeps the proposers, who are all still to be answered', () => {
    const merged = story.does('MergeInto', { itemId: 'i1', intoItemId: 'i2' });
    expect([merged.item('i1').stage, merged.item('i1').mergedInto]).toEqual(['MERGED', 'i2']);
    expect(merged.item('i2').proposersCarried).toEqual(['person:deputy-1']);
    expect(merged.decides('MergeInto', { itemId: 'i1', intoItemId: 'i2' })).toEqual([]);
  });

  it('carries on what was carried before', () => {
    const twice = story
      .does('MergeInto', { itemId: 'i1', intoItemId: 'i2' })
      .decides('MergeInto', { itemId: 'i2', intoItemId: 'i3' });
    expect(twice).toMatchObject([{ data: { proposersCarried: ['person:deputy-1'] } }]);
  });

  it('never closes a ring', () => {
    expect(story.decides('MergeInto', { itemId: 'i1', intoItemId: 'i1' })).toMatchObject({
      rejected: 'merge.into-itself',
    });
    expect(story.decides('MergeInto', { itemId: 'i1', intoItemId: 'case-c1/i1' })).toMatchObject({
      rejected: 'merge.into-itself',
    });
    const chain = story
      .does('MergeInto', { itemId: 'i1', intoItemId: 'i2' })
      .does('MergeInto', { itemId: 'i2', intoItemId: 'i3' });
    expect(chain.decides('MergeInto', { itemId: 'i3', intoItemId: 'i1' })).toMatchObject({
      rejected: 'merge.cycle',
    });
    expect(story.decides('MergeInto', target({ mergedInto: ['case-c1/i1'] }))).toMatchObject({
      rejected: 'merge.cycle',
    });
  });

  it('takes a target of another case with its facts', () => {
    expect(story.decides('MergeInto', elsewhere)).toMatchObject([{ data: { intoItemId: 'case-c2/i1' } }]);
    const { target: _facts, ...without } = elsewhere;
    expect(story.decides('MergeInto', without)).toMatchObject({ rejected: 'item.unknown' });
    expect(story.decides('MergeInto', target({ open: false }))).toMatchObject({
      rejected: 'item.wrong-stage',
    });
  });

  it('joins only what came the same way to the same addressee', () => {
    expect(story.decides('MergeInto', target({ supervisionForm: 'special-inquiry' }))).toMatchObject({
      rejected: 'merge.other-source-type',
    });
    expect(story.decides('MergeInto', target({ addressee: 'court' }))).toMatchObject({
      rejected: 'merge.other-addressee',
    });
  });

  it('joins open items that are there', () => {
    expect(story.decides('MergeInto', { itemId: 'i9', intoItemId: 'i2' })).toMatchObject({
      rejected: 'item.unknown',
    });
    expect(story.decides('MergeInto', { itemId: 'i1', intoItemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
    const merged = story.does('MergeInto', { itemId: 'i1', intoItemId: 'i2' });
    expect(merged.decides('MergeInto', { itemId: 'i1', intoItemId: 'i3' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(merged.decides('MergeInto', { itemId: 'i3', intoItemId: 'i1' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
  });
});

describe('withdrawing', () => {
  const written: CaseCommandData['Withdraw'] = {
    itemId: 'i1',
    reason: 'auditor corrected it',
    consentDocs: [],
  };
  const joint = receivedItems({ form: 'suggestion', proposers: ['person:deputy-1', 'person:deputy-2'] });

  it('is for whoever issued the item', () => {
    const problem = receivedItems({ form: 'audit-report' });
    expect(problem.decides('Withdraw', written)).toEqual([{ type: 'ItemWithdrawn', data: written }]);
    expect(problem.by(actors.committee).decides('Withdraw', written)).toHaveLength(1);
    expect(problem.by(actors.council).decides('Withdraw', written)).toHaveLength(1);
    expect(problem.by(actors.housing).decides('Withdraw', written)).toMatchObject({
      rejected: 'withdraw.not-issuer',
    });
    expect(problem.by(actors.housing, 'urban-committee').decides('Withdraw', written)).toMatchObject({
      rejected: 'mandate.none',
    });
  });

  it('is for the deputy where a deputy proposed it, in person', () => {
    expect(story.by(actors.deputy).decides('Withdraw', written)).toHaveLength(1);
    for (const actor of [actors.office, actors.cosigner]) {
      expect(story.by(actor, 'person:deputy-1').decides('Withdraw', written)).toMatchObject({
        rejected: 'mandate.none',
      });
    }
    expect(story.by(actors.office).decides('Withdraw', written)).toMatchObject({
      rejected: 'withdraw.not-issuer',
    });
    expect(story.by(actors.cosigner).decides('Withdraw', written)).toMatchObject({
      rejected: 'withdraw.not-issuer',
    });
  });

  it('needs every co-signer, in writing', () => {
    const asked = joint.by(actors.deputy);
    const consent = { ...written, consentOf: ['person:deputy-2'], consentDocs: ['letter-2'] };
    expect(asked.decides('Withdraw', written)).toMatchObject({
      rejected: 'withdraw.consent-missing',
      details: { missing: ['person:deputy-2'] },
    });
    expect(asked.decides('Withdraw', { ...consent, consentDocs: [] })).toMatchObject({
      rejected: 'withdraw.consent-missing',
    });
    expect(asked.decides('Withdraw', consent)).toHaveLength(1);
  });

  it('happens once, to open items that are there', () => {
    const withdrawn = story.by(actors.deputy).does('Withdraw', written);
    expect([withdrawn.item('i1').stage, withdrawn.item('i1').withdrawnFor]).toEqual([
      'WITHDRAWN',
      written.reason,
    ]);
    expect(withdrawn.decides('Withdraw', written)).toEqual([]);
    expect(withdrawn.decides('Withdraw', { ...written, reason: 'other' })).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(story.decides('Withdraw', { ...written, itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
  });
});
