import type { RuleSet } from '@duban/domain';
import type { SchemaFault } from '../events/schema-fault.ts';
import { registerCommandSchemas, registerFaults, registerSaid } from './register.commands.ts';

const PUBLISHES = 'PublishRuleSet';

/** A rule set as it is sent to be published, or to be tried before that. */
export const sentRuleSetSchema: object = (
  registerCommandSchemas[PUBLISHES]['properties'] as { readonly rules: object }
).rules;

export type RuleSetDraft =
  | { readonly rules: RuleSet }
  /** By JSON Pointer into the draft. */
  | { readonly faults: readonly SchemaFault[] };

/** A draft as it would be published on this day (ISO date in Asia/Shanghai), or everything that is wrong with its shape. */
export const ruleSetDraft = (draft: unknown, effectiveFrom: string): RuleSetDraft => {
  const said = registerSaid(PUBLISHES, { rules: draft, effectiveFrom });
  const faults = registerFaults(PUBLISHES, said);
  // Just held against the schema of the command.
  if (faults.length === 0) return said as { readonly rules: RuleSet };
  return {
    faults: faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/rules/, '') })),
  };
};
