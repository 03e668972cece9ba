import { Type } from '@sinclair/typebox';
import { closed } from '@duban/domain/schema';
import { text } from '@duban/domain/texts';
import type { JsonObject } from '@duban/kernel';
import type { EventEntry } from '../events/event-entry.ts';
import type { StreamCategory } from '../events/event-types.ts';
import { eventEntries, type RegisteredEvent } from '../events/event-registry.ts';
import { markerName, publicName, schemaPath } from './public-name.ts';

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

/** Streams whose events are told of by a marker while their case is restricted. */
export const markedCategories = ['case', 'survey'] as const satisfies readonly StreamCategory[];

export const markerText = text('限制知悉的事件', 'event of a restricted case');

const markerDocument = (category: StreamCategory): readonly [string, JsonObject] => {
  const name = markerName(category);
  const path = schemaPath(name);
  const said = closed({ restricted: Type.Literal(true) });
  const description = `${markerText.zh} / ${markerText.en}`;
  return [path, { $schema: DIALECT, $id: path, title: name, description, ...jsonOf(said) }];
};

/** Every JSON Schema 2020-12 document by the path it is served at, one per event type and version, and the markers. */
export const publicSchemas = (): ReadonlyMap<string, JsonObject> =>
  new Map([...eventEntries.flatMap(documentsOf), ...markedCategories.map(markerDocument)]);
