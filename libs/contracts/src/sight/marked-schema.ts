import type { TextReaders } from '@duban/domain';
import type { TSchema } from '@sinclair/typebox';

/** Symbols: what is written into documents stays what it is. */
const READERS = Symbol('who reads this text');
const EVENT = Symbol('the event whose data this is');

type Marks = { readonly [READERS]?: TextReaders; readonly [EVENT]?: string };

/** A text of the state that is no skeleton. */
export const seenBy = <Schema extends TSchema>(readers: TextReaders, schema: Schema): Schema =>
  Object.assign(schema, { [READERS]: readers });

/** The data of this event, whose texts its record names. */
export const dataOf = <Schema extends TSchema>(event: string, schema: Schema): Schema =>
  Object.assign(schema, { [EVENT]: event });

/** Null: not a text, or one that the record of an event names. */
export const readersIn = (schema: object): TextReaders | null => (schema as Marks)[READERS] ?? null;
export const eventIn = (schema: object): string | null => (schema as Marks)[EVENT] ?? null;
