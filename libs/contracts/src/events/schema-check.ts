import type { TSchema } from '@sinclair/typebox';
import { compiledSchema } from './compile-schema.ts';
import { faultOf, type SchemaFault } from './schema-fault.ts';

/** Every fault of a value, by JSON Pointer; empty when it fits. Values are not repeated: they may be personal. */
export type SchemaCheck = (value: unknown) => readonly SchemaFault[];

export const schemaCheck = (schema: TSchema): SchemaCheck => {
  const validator = compiledSchema(schema);
  return (value) => {
    const validate = validator();
    return validate(value) ? [] : (validate.errors ?? []).map(faultOf);
  };
};

/** One check for each name and for no other: what has no schema cannot pass for fitting. */
export const schemaChecks = <Name extends string>(
  schemas: Readonly<Record<Name, TSchema>>,
): Readonly<Record<Name, SchemaCheck>> => {
  const checks = Object.entries<TSchema>(schemas).map(([name, schema]) => [name, schemaCheck(schema)]);
  return Object.fromEntries(checks) as Record<Name, SchemaCheck>;
};
