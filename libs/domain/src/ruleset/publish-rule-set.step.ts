import { rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date } from '../schema/parts.ts';
import type { RuleSetStep } from './ruleset-step.ts';
import { ruleSetFaults } from './ruleset.faults.ts';
import { latestRuleSet, ruleSetVersion } from './ruleset.state.ts';
import { ruleSet } from './ruleset.ts';

/** `effectiveFrom`: the day from which new assignments pin this version; cases keep the one they pinned. */
const ruleSetPublished = closed({ rules: ruleSet(), effectiveFrom: date() });

export type RuleSetPublished = Stored<'RuleSetPublished', typeof ruleSetPublished>;

export const publishRuleSet: RuleSetStep<typeof ruleSetPublished, RuleSetPublished> = {
  label: { zh: '发布规则集', en: 'Publish a rule set' },
  data: ruleSetPublished,
  who: ['supervision-office', 'system-admin'],
  decide: (data, state) => {
    const { rules, effectiveFrom } = data;
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
    return [{ type: 'RuleSetPublished', data }];
  },
  events: {
    RuleSetPublished: {
      data: ruleSetPublished,
      seenBy: 'public',
      published: false,
      fold: (state, { data: { rules, effectiveFrom } }) => ({
        status: 'published',
        id: rules.id,
        versions: [...(state.status === 'published' ? state.versions : []), { rules, effectiveFrom }],
      }),
    },
  },
};
