import { rejected, type Decider, type Message } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { RuleSetEvent } from './ruleset.events.ts';
import { ruleSetFaults } from './ruleset.faults.ts';
import { latestRuleSet, ruleSetVersion, type RuleSetState } from './ruleset.state.ts';
import type { RuleSet } from './ruleset.ts';

export type RuleSetCommand = Message<
  'PublishRuleSet',
  { readonly rules: RuleSet; readonly effectiveFrom: string }
>;

export type RuleSetRejection =
  | 'ruleset.other-id'
  | 'ruleset.invalid'
  | 'ruleset.date-invalid'
  | 'ruleset.version-known-differently'
  | 'ruleset.version-not-contiguous'
  | 'ruleset.effective-before-predecessor';

/** Versions of one local rule set. A published version never changes: a new idea is a new version. */
export const ruleSetDecider: Decider<RuleSetState, RuleSetCommand, RuleSetEvent, RuleSetRejection> = {
  initialState: { status: 'unpublished' },

  decide: ({ data: { rules, effectiveFrom } }, state) => {
    if (state.status === 'published' && state.id !== rules.id)
      return rejected('ruleset.other-id', { id: state.id });
    const known = ruleSetVersion(state, rules.version);
    if (known !== undefined) {
      return sameFacts(known, { rules, effectiveFrom })
        ? []
        : rejected('ruleset.version-known-differently', { version: rules.version });
    }
    const faults = ruleSetFaults(rules);
    if (faults.length > 0) return rejected('ruleset.invalid', { faults });
    if (!isIsoDate(effectiveFrom)) return rejected('ruleset.date-invalid', { effectiveFrom });
    const latest = latestRuleSet(state);
    const next = (latest?.rules.version ?? 0) + 1;
    if (rules.version !== next) return rejected('ruleset.version-not-contiguous', { next });
    if (latest !== undefined && effectiveFrom < latest.effectiveFrom) {
      return rejected('ruleset.effective-before-predecessor', { notBefore: latest.effectiveFrom });
    }
    return [{ type: 'RuleSetPublished', data: { rules, effectiveFrom } }];
  },

  evolve: (state, { data: { rules, effectiveFrom } }) => ({
    status: 'published',
    id: rules.id,
    versions: [...(state.status === 'published' ? state.versions : []), { rules, effectiveFrom }],
  }),
};
