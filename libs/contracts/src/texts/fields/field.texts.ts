import type { DubanEvent } from '../../events/event-types.ts';
import { text, type Text, type Texts } from '@duban/domain/texts';
import { clockFieldTexts } from './clock.fields.ts';
import { commandFieldTexts } from './command.fields.ts';
import { contentFieldTexts } from './content.fields.ts';
import type { FieldsOf } from './field-names.ts';
import { identityFieldTexts } from './identity.fields.ts';
import { ruleFieldTexts } from './rule.fields.ts';
import { stateFieldTexts } from './state.fields.ts';

export type EventField = FieldsOf<DubanEvent['data']>;

/** A label for every field of every event: one left out does not compile. */
export const eventFieldTexts: Texts<EventField> = {
  ...identityFieldTexts,
  ...contentFieldTexts,
  ...clockFieldTexts,
  ...ruleFieldTexts,
};

const known = new Map<string, Text>(
  Object.entries({ ...stateFieldTexts, ...commandFieldTexts, ...eventFieldTexts }),
);

/** The label of a field of an event or a state; a field without one shows its own name. */
export const fieldText = (name: string): Text => known.get(name) ?? text(name, name);
