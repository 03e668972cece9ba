import { REFERENCE_KINDS } from '@duban/domain/schema';
import type { Text } from '@duban/domain/texts';

/** One thing that can be chosen, and how people call it. */
export type Choice = { readonly value: string; readonly label: Text };

/** What is typed or picked in one place, beside what texts name. */
const PLAIN_KINDS = [
  'text',
  'free-text',
  'date',
  'flag',
  'number',
  /** One of `choices`. */
  'word',
  /** `person:<id>`. */
  'person',
  /** A value that is not chosen: `fixed`. */
  'fixed',
  /** Text, number, flag or nothing: whatever stands in the field that is corrected. */
  'value',
  'record',
  'list',
  /** Rows of two columns, `key` and `entry`; sent as a record with a name for each key, so that none comes twice. */
  'table',
] as const;

export const FIELD_KINDS = [...PLAIN_KINDS, ...REFERENCE_KINDS] as const;

export type FieldKind = (typeof FIELD_KINDS)[number];

/** How much may stand there: characters, entries, or the number itself. */
export type FieldLimits = {
  readonly least?: number;
  readonly most?: number;
  /** A regular expression (ECMA-262) that the text must meet. */
  readonly pattern?: string;
};

/**
 * One field of a form, made of the schema that its data must meet, so that a page draws a right form for a step which it
 * does not know.
 */
export type FormField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Text;
  /** What has to be known to fill it in right. */
  readonly help?: Text;
  /** May be left out or null. */
  readonly optional: boolean;
  readonly limits?: FieldLimits;
  readonly choices?: readonly Choice[];
  readonly fixed?: string | number | boolean;
  /** Of a record. */
  readonly fields?: readonly FormField[];
  /** Of a list: what each entry is; of a table: what stands beside each key. */
  readonly entry?: FormField;
  /** Of a table. */
  readonly key?: FormField;
};

/** The fields of a step. Where it can be said in several ways, each way is a form of its own. */
export type Form = readonly (readonly FormField[])[];
