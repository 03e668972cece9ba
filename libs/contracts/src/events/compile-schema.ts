import type { TSchema } from '@sinclair/typebox';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addKeyword('x-free-text');
addFormats.default(ajv, { mode: 'full', formats: ['date', 'date-time'] });

/**
 * Compiled when it is first asked for: a short-lived process pays only for what it checks. `false` is the schema that
 * nothing satisfies.
 */
export const compiledSchema = <Data>(schema: TSchema | false): (() => ValidateFunction<Data>) => {
  let compiled: ValidateFunction<Data> | undefined;
  return () => (compiled ??= ajv.compile<Data>(schema));
};
