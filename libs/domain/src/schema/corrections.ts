import type { TSchema } from '@sinclair/typebox';
import { referenceOf, type ReferenceKind } from './references.ts';

/**
 * How a value that was stated is corrected: spelling and numbers by one person; what binds (a date, a count, a verdict, a
 * grade, a text) by two; never where it is another fact, or was decided or computed and is changed by deciding anew.
 */
export type Correction = 'clerical' | 'material' | 'never';

/** A symbol: stored and published schemas stay what they are. */
const CORRECTED = Symbol('how a value is corrected');

const corrected =
  (correction: Correction) =>
  <Schema extends TSchema>(schema: Schema): Schema => ({ ...schema, [CORRECTED]: correction });

/** Spelling, numbers, the names of places. */
export const clerical = corrected('clerical');

/** Who did or judged what, by what name facts are called, what was decided or computed; with everything inside it. */
export const uncorrectable = corrected('never');

/** Names by which facts refer to each other. An organ, a case or a file is what a fact is about, and may be a slip. */
const NAMES: ReadonlySet<ReferenceKind> = new Set([
  ...(['item', 'assignment', 'report', 'reply', 'commitment', 'measure'] as const),
  ...(['escalation', 'event', 'proposal', 'new'] as const),
]);

/** Of this schema alone. What nobody said anything of is material: two persons are asked rather than one. */
export const correctionOf = (schema: object): Correction => {
  const said = (schema as { readonly [CORRECTED]?: Correction })[CORRECTED];
  if (said !== undefined) return said;
  const kind = referenceOf(schema);
  return kind !== undefined && NAMES.has(kind) ? 'never' : 'material';
};
