import type { JsonObject } from '@duban/kernel';
import type { EventEntry } from '../events/event-entry.ts';
import { eventEntries, type RegisteredEvent } from '../events/event-registry.ts';
import { publicName, schemaPath } from './public-name.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** TypeBox schemas are JSON already; what is left out are its symbols. */
const jsonOf = (schema: EventEntry['schemas'][number]['schema']): JsonObject =>
  JSON.parse(JSON.stringify(schema)) as JsonObject;

const documentsOf = ({
  category,
  type,
  schemas,
  text,
}: RegisteredEvent): readonly (readonly [string, JsonObject])[] =>
  schemas.map(({ version, schema }) => {
    const name = publicName(category, type, version);
    const path = schemaPath(name);
    const { zh, en } = text.label;
    return [
      path,
      { $schema: DIALECT, $id: path, title: name, description: `${zh} / ${en}`, ...jsonOf(schema) },
    ];
  });

/** Every JSON Schema 2020-12 document by the path it is served at, one per event type and version. */
export const publicSchemas = (): ReadonlyMap<string, JsonObject> =>
  new Map(eventEntries.flatMap(documentsOf));
