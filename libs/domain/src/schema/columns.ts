import { Type, type TRecord, type TSchema, type TString } from '@sinclair/typebox';

/** One column: what it is called, and what stands in it. */
export type Column<Schema extends TSchema = TSchema> = { readonly name: string; readonly schema: Schema };

/** A symbol: stored and published schemas stay what they are. */
const KEY = Symbol('what the names of a record are');

export type Columns = { readonly key: Column; readonly value: string };

/**
 * A record whose names are data, such as days with what is celebrated on each: a table of two columns, where no value of
 * the first comes twice. The schema of the names is for forms alone; what else they must be, the decision says.
 */
export const tableOf = <Value extends TSchema>(
  key: Column,
  { name, schema }: Column<Value>,
): TRecord<TString, Value> =>
  Object.assign(Type.Record(Type.String(), schema), { [KEY]: { key, value: name } satisfies Columns });

/** Undefined: a record whose names the schema says. */
export const columnsOf = (schema: object): Columns | undefined =>
  (schema as { readonly [KEY]?: Columns })[KEY];
