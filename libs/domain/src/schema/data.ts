import type { Message } from '@duban/kernel';
import type { Static, TSchema } from '@sinclair/typebox';

type Frozen<Value> = { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** What a value of this schema is, read-only to its depth. */
export type Data<Schema extends TSchema> = Frozen<Static<Schema>>;

/** The event of this name with data of this schema, as a stream stores it. */
export type Stored<Type extends string, Schema extends TSchema & { readonly static: object }> = Message<
  Type,
  Frozen<Schema['static']>
>;
