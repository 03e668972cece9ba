import { CodedError } from '@duban/kernel';
import type { ErrorObject } from 'ajv';

/** One fault in a payload, fit for `errors[]` of a problem document (contracts.md section 2). */
export type SchemaFault = { readonly pointer: string; readonly code: string; readonly detail: string };

const pointerOf = ({ instancePath, params }: ErrorObject): string => {
  const { additionalProperty, missingProperty } = params as Partial<Record<string, string>>;
  const last = additionalProperty ?? missingProperty;
  return last === undefined
    ? instancePath
    : `${instancePath}/${last.replaceAll('~', '~0').replaceAll('/', '~1')}`;
};

/** Values are left out on purpose: they may be personal. */
export const faultOf = (error: ErrorObject): SchemaFault => ({
  pointer: pointerOf(error),
  code: `schema.${error.keyword}`,
  detail: error.message ?? error.keyword,
});

/** An event that its schema refuses. Nothing was written; where the payload came from a caller, `errors` is the answer. */
export class EventSchemaError extends CodedError {
  readonly errors: readonly SchemaFault[];

  constructor(type: string, errors: readonly SchemaFault[]) {
    super(
      'event.schema',
      `${type} does not fit its schema: ${errors.map(({ pointer, detail }) => `${pointer || '/'} ${detail}`).join('; ')}`,
    );
    this.name = 'EventSchemaError';
    this.errors = errors;
  }
}
