import type { TSchema } from '@sinclair/typebox';
import { earlierVersions } from './earlier-versions.ts';
import type { EventEntry } from './event-entry.ts';
import type { DubanEventType, StreamCategory } from './event-types.ts';
import { currentSchemas } from './schemas/current-schemas.ts';

const FIRST = { latest: 1, schemas: [], upcasters: [] };

const entriesOf = (category: StreamCategory): readonly EventEntry[] =>
  Object.entries<TSchema>(currentSchemas[category]).map(([type, schema]) => {
    const earlier = earlierVersions[type as DubanEventType] ?? FIRST;
    const schemas = [...earlier.schemas, { version: earlier.latest, schema }];
    return { type, category, latest: earlier.latest, schemas, upcasters: earlier.upcasters };
  });

/** Every stored event, in the order of the streams; a list, so that a name given twice is seen. */
export const eventEntries: readonly EventEntry[] = (Object.keys(currentSchemas) as StreamCategory[]).flatMap(
  entriesOf,
);
