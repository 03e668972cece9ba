import { expect, it } from '@jest/globals';
import { cqDefault1 } from '@duban/domain';
import { ruleSetDraft } from './rule-set-draft.ts';

it('a draft that could be published is the rule set that would be', () => {
  expect(ruleSetDraft(cqDefault1, '2026-01-01')).toMatchObject({ rules: cqDefault1 });
});

it('a draft without a bound has none: null and left out are the same', () => {
  const lights = cqDefault1.lights.map(({ atOrBelowWorkingDays, ...light }) =>
    atOrBelowWorkingDays === null ? light : { ...light, atOrBelowWorkingDays },
  );
  expect(ruleSetDraft({ ...cqDefault1, lights }, '2026-01-01')).toMatchObject({ rules: cqDefault1 });
});

it('the faults of a draft are said by their place in it, not by that in the command', () => {
  const { version: _left, ...unnumbered } = cqDefault1;
  expect(ruleSetDraft(unnumbered, '2026-01-01')).toMatchObject({ faults: [{ pointer: '/version' }] });
  expect(ruleSetDraft('rules', '2026-01-01')).toMatchObject({ faults: [{ pointer: '' }] });
});
