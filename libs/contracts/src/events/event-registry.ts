import type { Visibility } from '@duban/domain';
import type { TSchema } from '@sinclair/typebox';
import { eventTexts } from '../texts/events/event.texts.ts';
import type { EventText } from '@duban/domain/texts';
import { earlierVersions } from './earlier-versions.ts';
import type { EventEntry } from './event-entry.ts';
import type { DubanEvent, DubanEventType, StreamCategory } from './event-types.ts';
import { currentSchemas } from './schemas/current-schemas.ts';
import { defaultVisibility } from './visibility.ts';

/** Everything that is known of one event type. */
export type RegisteredEvent = EventEntry & {
  readonly type: DubanEventType;
  readonly category: StreamCategory;
  readonly visibility: Visibility;
  /** Label and sentence. Use `tellEvent` to tell a certain event. */
  readonly text: EventText<DubanEvent['data']>;
};

const FIRST = { latest: 1, schemas: [], upcasters: [] };

const registered = (category: StreamCategory, type: DubanEventType, schema: TSchema): RegisteredEvent => {
  const { latest, schemas, upcasters } = earlierVersions[type] ?? FIRST;
  return {
    type,
    category,
    latest,
    schemas: [...schemas, { version: latest, schema }],
    upcasters,
    visibility: defaultVisibility[type],
    text: eventTexts[type] as EventText<DubanEvent['data']>,
  };
};

const told = Object.keys(eventTexts);

/** In the order in which the texts tell them, wherever the schema of each stands. */
const registeredIn = (category: StreamCategory): readonly RegisteredEvent[] =>
  Object.entries<TSchema>(currentSchemas[category])
    .toSorted(([one], [other]) => told.indexOf(one) - told.indexOf(other))
    .map(([type, schema]) => registered(category, type as DubanEventType, schema));

const categories = Object.keys(currentSchemas) as StreamCategory[];

/** Every stored event, in the order of the streams; a list, so that a name given twice is seen. */
export const eventEntries: readonly RegisteredEvent[] = categories.flatMap(registeredIn);

/** The same by stored type name. */
export const eventRegistry: ReadonlyMap<string, RegisteredEvent> = new Map(
  eventEntries.map((entry) => [entry.type, entry]),
);
