import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import { publishRuleSet } from './publish-rule-set.step.ts';
import type { RuleSetState } from './ruleset.state.ts';

const ruleSetSteps = { PublishRuleSet: publishRuleSet };

export type RuleSetCommand = CommandOf<typeof ruleSetSteps>;
export type RuleSetEvent = EventOf<typeof ruleSetSteps>;

/** Versions of one local rule set. A published version never changes: a new idea is a new version. */
export const ruleSetRegister: Register<RuleSetState, typeof ruleSetSteps> = {
  idOf: ({ rules }) => rules.id,
  address: null,
  collection: null,
  route: { path: '/v1/rule-sets', methods: { POST: 'PublishRuleSet' } },
  initialState: { status: 'unpublished' },
  refuse: ({ rules }, state) =>
    state.status === 'published' && state.id !== rules.id
      ? rejected('ruleset.other-id', { id: state.id })
      : null,
  steps: ruleSetSteps,
};

export const ruleSetDecider = registerDecider(ruleSetRegister);
