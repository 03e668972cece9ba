/** The schemas of stored events, as answers say them. */
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import type { EventsByCategory } from '../events/event-types.ts';
import { currentSchemas } from '../events/schemas/current-schemas.ts';
import { dataOf } from '../sight/marked-schema.ts';
import { plainNulls } from './plain-nulls.ts';

/** What guards the way into the log, and says nothing about what comes out of it. */
const LIMITS: ReadonlySet<string> = new Set([
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'x-free-text'],
]);

/** A schema of stored data as an answer shows it: closed as it is, null as a type, without limits. */
export const toldSchema = <Schema extends TSchema>(schema: Schema, title?: string) =>
  Type.Unsafe<Static<Schema>>({
    ...(plainNulls(schema, LIMITS) as object),
    ...(title === undefined ? {} : { title }),
  });

type CaseEvent = EventsByCategory['case'];
type DataOf<Name> = Extract<CaseEvent, { readonly type: Name }>['data'];

export type CaseEventName = CaseEvent['type'];

/** The data of an event of a case, under the event's name. */
export const caseEventData = <Name extends CaseEventName>(name: Name) =>
  dataOf(name, Type.Unsafe<DataOf<Name>>(toldSchema(currentSchemas.case[name], name)));
