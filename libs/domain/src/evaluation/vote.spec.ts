import { expect, it } from '@jest/globals';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import type { VoteRule } from '../ruleset/ruleset.ts';
import { voteOutcome, voteTallyFaults, type VoteTally } from './vote.ts';

const rule = cqDefault1.vote;
const by = (denominator: VoteRule['denominator']): VoteRule => ({ ...rule, denominator });

const tally = (satisfied: number, basic: number, dissatisfied: number, invalid = 0): VoteTally => {
  const valid = satisfied + basic + dissatisfied;
  const collected = valid + invalid;
  const counts = { satisfied, basic, dissatisfied };
  return { eligible: 61, present: collected, issued: collected, collected, valid, counts, invalid };
};

it.each([
  ['example 1', tally(29, 23, 5), 'basic'],
  ['example 4, cycle 1', tally(22, 7, 26, 1), 'dissatisfied'],
  ['example 4, cycle 2', tally(36, 15, 7), 'satisfied'],
  ['example 5', tally(48, 6, 3), 'satisfied'],
  ['example 6', tally(33, 20, 4), 'satisfied'],
  ['thirty of 61 are not more than half', tally(30, 0, 27), 'dissatisfied'],
  ['thirty-one are', tally(31, 0, 26), 'satisfied'],
  ['with basic, thirty are not', tally(10, 20, 20), 'dissatisfied'],
  ['with basic, thirty-one are', tally(10, 21, 20), 'basic'],
])('by all members, %s (%#)', (_, numbers, outcome) => {
  expect(voteOutcome(rule, numbers)).toMatchObject({
    outcome,
    denominator: { of: 'all-members', value: 61 },
  });
});

it('takes exactly half for too few when the denominator is even', () => {
  expect(voteOutcome(by('present'), tally(28, 0, 28)).outcome).toBe('dissatisfied');
  expect(voteOutcome(by('present'), tally(29, 0, 27)).outcome).toBe('satisfied');
});

it('gives another outcome for the same ballots under another denominator, and says which', () => {
  expect(voteOutcome(by('present'), tally(22, 7, 26, 1))).toEqual({
    outcome: 'basic',
    ruleId: 'vote-majority-of-all-members',
    denominator: { of: 'present', value: 56 },
    explanation: [
      { code: 'satisfied', ballots: 22, required: 29 },
      { code: 'satisfied-and-basic', ballots: 29, required: 29 },
    ],
  });
  expect(voteOutcome(by('valid'), tally(22, 7, 26, 1))).toMatchObject({
    outcome: 'basic',
    denominator: { of: 'valid', value: 55 },
  });
});

it('explains the comparisons it made and no others', () => {
  expect(voteOutcome(rule, tally(36, 15, 7)).explanation).toEqual([
    { code: 'satisfied', ballots: 36, required: 31 },
  ]);
  expect(voteOutcome(rule, tally(22, 7, 26, 1)).explanation).toEqual([
    { code: 'satisfied', ballots: 22, required: 31 },
    { code: 'satisfied-and-basic', ballots: 29, required: 31 },
  ]);
});

it('counts a two-thirds threshold in whole ballots', () => {
  const twoThirds = { ...rule, threshold: { numerator: 2, divisor: 3 } };
  expect(voteOutcome(twoThirds, { ...tally(40, 0, 17), eligible: 60 }).outcome).toBe('dissatisfied');
  expect(voteOutcome(twoThirds, { ...tally(41, 0, 16), eligible: 60 }).outcome).toBe('satisfied');
});

it('is void when more ballots were collected than issued', () => {
  const stuffed = { ...tally(40, 10, 5), issued: 54 };
  expect(voteTallyFaults(stuffed)).toEqual([]);
  expect(voteOutcome(rule, stuffed)).toMatchObject({
    outcome: 'void',
    explanation: [{ code: 'collected-exceeds-issued', ballots: 55, required: 54 }],
  });
});

it.each([
  [{ ...tally(40, 10, 5), eligible: 54 }, 'present-exceeds-eligible'],
  [{ ...tally(40, 10, 5), issued: 56 }, 'issued-exceeds-present'],
  [{ ...tally(0, 0, 0), present: 40, issued: 40 }, 'nothing-collected'],
  [{ ...tally(40, 10, 5), invalid: 1 }, 'valid-and-invalid-are-not-collected'],
  [{ ...tally(40, 10, 5, 1), counts: { satisfied: 41, basic: 10, dissatisfied: 5 } }, 'counts-are-not-valid'],
  [
    {
      ...tally(40, 10, 5),
      counts: { satisfied: 41, basic: 10, dissatisfied: 4.5 },
      valid: 55.5,
      invalid: -0.5,
    },
    'not-a-count',
  ],
])('finds in %j: %s', (numbers, fault) => {
  expect(voteTallyFaults(numbers)).toEqual([fault]);
  expect(voteOutcome(rule, numbers)).toMatchObject({ outcome: 'void', explanation: [{ code: fault }] });
});
