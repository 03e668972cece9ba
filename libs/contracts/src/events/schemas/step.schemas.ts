import { stepEvents, type StepEvent } from '@duban/domain';
import type { TSchema } from '@sinclair/typebox';

/** The newest schema of each event of a case. */
export const stepSchemas = Object.fromEntries([...stepEvents].map(([type, { data }]) => [type, data])) as {
  readonly [Type in StepEvent['type']]: TSchema;
};
