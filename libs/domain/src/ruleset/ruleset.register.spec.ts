import { expect, it } from '@jest/globals';
import { deciding } from '../given.fixture.ts';
import { cqDefault1 } from './cq-default.ts';
import { placed } from '../register/placed.fixture.ts';
import { ruleSetDecider, type RuleSetCommand } from './ruleset.register.ts';
import { ruleSetStream } from './ruleset-step.ts';
import { latestRuleSet, ruleSetOn, ruleSetVersion } from './ruleset.state.ts';
import { ruleSetName, type RuleSet } from './ruleset.ts';

const decide = deciding(placed(ruleSetDecider));
const second: RuleSet = { ...cqDefault1, version: 2, returnsBeforeDesignation: 3 };
const third: RuleSet = { ...second, version: 3 };

const publish = (rules: RuleSet, effectiveFrom = '2026-01-01'): RuleSetCommand => ({
  type: 'PublishRuleSet',
  data: { rules, effectiveFrom },
});

it('publishes the built-in rule set, which is valid', () => {
  expect(decide(publish(cqDefault1)).last).toEqual([
    { type: 'RuleSetPublished', data: { rules: cqDefault1, effectiveFrom: '2026-01-01' } },
  ]);
  expect(ruleSetStream('cq-default')).toBe('ruleset-cq-default');
  expect(ruleSetName(cqDefault1)).toBe('cq-default@1');
});

it('decides nothing when a version is published again, also after later ones', () => {
  expect(decide(publish(cqDefault1), publish(cqDefault1)).last).toEqual([]);
  expect(decide(publish(cqDefault1), publish(second), publish(cqDefault1)).last).toEqual([]);
});

it.each([
  [publish({ ...second, version: 1 }), 'ruleset.version-known-differently', { version: 1 }],
  [publish(cqDefault1, '2026-02-01'), 'ruleset.version-known-differently', { version: 1 }],
  [publish(third), 'ruleset.version-not-contiguous', { next: 2 }],
  [publish({ ...second, id: 'other' }), 'ruleset.other-id', { id: 'cq-default' }],
  [publish({ ...second, returnsBeforeDesignation: -1 }), 'ruleset.invalid', { faults: ['count-negative'] }],
  [publish(second, '2026-02-30'), 'ruleset.date-invalid', { effectiveFrom: '2026-02-30' }],
  [publish(second, '2025-12-31'), 'ruleset.effective-before-predecessor', { notBefore: '2026-01-01' }],
])('refuses %#', (command, reason, details) => {
  expect(decide(publish(cqDefault1), command).last).toEqual({ rejected: reason, details });
});

it('starts with version 1', () => {
  expect(decide(publish(second)).last).toEqual({
    rejected: 'ruleset.version-not-contiguous',
    details: { next: 1 },
  });
});

it('gives any version back, and the one in force on a day', () => {
  const { state } = decide(publish(cqDefault1), publish(second, '2026-07-01'), publish(third, '2026-07-01'));
  expect(ruleSetVersion(state, 2)).toEqual({ rules: second, effectiveFrom: '2026-07-01' });
  expect(ruleSetVersion(state, 4)).toBeUndefined();
  expect(latestRuleSet(state)?.rules).toEqual(third);
  expect(ruleSetOn(state, '2025-12-31')).toBeUndefined();
  expect(ruleSetOn(state, '2026-06-30')).toEqual(cqDefault1);
  expect(ruleSetOn(state, '2026-07-01')).toEqual(third);
  expect(ruleSetOn(ruleSetDecider.initialState, '2026-07-01')).toBeUndefined();
});
