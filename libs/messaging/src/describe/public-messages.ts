import {
  eventEntries,
  markedCategories,
  markerName,
  markerText,
  publicName,
  publicSchemas,
  schemaPath,
  type RegisteredEvent,
} from '@duban/contracts';
import type { JsonObject } from '@duban/kernel';
import { TOPICS, type Topic } from '../translate/cloud-event.ts';
import { describedTopicOf, publicationOf } from '../translate/publications.ts';

/** One public event type in one version, as consumers know it. */
export type DescribedMessage = {
  /** The CloudEvents type, such as `duban.case.item-assigned.v1`. */
  readonly name: string;
  readonly topic: Topic;
  readonly category: RegisteredEvent['category'];
  /** Earlier versions, and what is private by now, are no longer sent, but lie in the topic for ever. */
  readonly isSent: boolean;
  readonly label: RegisteredEvent['text']['label'];
  readonly visibility: RegisteredEvent['visibility'];
  /** The JSON Schema of `data`, as it is served. */
  readonly schema: JsonObject;
};

const messagesOf = (
  event: RegisteredEvent,
  served: ReadonlyMap<string, JsonObject>,
): readonly DescribedMessage[] => {
  const { type, category, latest, schemas, text, visibility } = event;
  const topic = describedTopicOf(type);
  if (topic === 'private') return [];
  return schemas.map(({ version }) => {
    const name = publicName(category, type, version);
    const schema = served.get(schemaPath(name)) ?? {};
    return {
      name,
      topic,
      category,
      isSent: version === latest && publicationOf(type) !== 'private',
      label: text.label,
      visibility,
      schema,
    };
  });
};

const markerMessage = (
  category: (typeof markedCategories)[number],
  served: ReadonlyMap<string, JsonObject>,
): DescribedMessage => {
  const name = markerName(category);
  const schema = served.get(schemaPath(name)) ?? {};
  return {
    ...{
      name,
      topic: TOPICS[category],
      category,
      isSent: true,
      label: markerText,
      visibility: 'public',
      schema,
    },
  };
};

/** Every version of every event that is not private, in the order of the registry, and then the markers. */
export const describedMessages = (): readonly DescribedMessage[] => {
  const served = publicSchemas();
  return [
    ...eventEntries.flatMap((event) => messagesOf(event, served)),
    ...markedCategories.map((category) => markerMessage(category, served)),
  ];
};
