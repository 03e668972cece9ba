import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../case.events.ts';
import { actors } from '../case-story.fixture.ts';
import { promises, replied } from '../suggestion/suggestion.fixture.ts';
import { examined } from './examined-case.fixture.ts';
import { promiseRules } from './promises.rule.ts';

const before = replied({ commitments: promises(1) }).state;

const outcomes: readonly CaseEvent[] = [
  { type: 'CommitmentFulfilled', data: { itemId: 'i1', commitmentId: 'k1', evidence: [] } },
  {
    type: 'CommitmentRolledOver',
    data: { itemId: 'i1', commitmentId: 'k1', newDueOn: '2027-06-30', explanation: '用地未腾出' },
  },
];

const foundBy = (actor: typeof actors.housing) =>
  promiseRules.flatMap(({ begin }) =>
    examined('case-c1', outcomes, { actor }).flatMap((event) => begin().examine(event, before)),
  );

describe('what became of a promise', () => {
  it('is found where an organ says it that neither made it nor leads its item', () => {
    const one = { itemId: 'i1', commitmentId: 'k1', organ: 'finance-bureau', promisedBy: 'housing-bureau' };
    expect(foundBy({ ...actors.housing, organ: 'finance-bureau' })).toEqual([one, one]);
  });

  it('is nothing where the organ itself or the office says it', () => {
    expect([foundBy(actors.housing), foundBy(actors.office)]).toEqual([[], []]);
  });
});
