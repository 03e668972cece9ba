import type { TSchema } from '@sinclair/typebox';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { compileSchema } from './compile-schema.ts';
import { faultOf, type SchemaFault } from './schema-fault.ts';

/**
 * Every fault of a value, by JSON Pointer; empty when it fits. Values are not repeated: they may be personal.
 * Compiled with the first value: a short-lived process pays only for what it checks.
 */
export const schemaCheck = (schema: TSchema): ((value: unknown) => readonly SchemaFault[]) => {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= compileSchema(schema);
    return compiled(value) ? [] : (compiled.errors ?? []).map(faultOf);
  };
};
