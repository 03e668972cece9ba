import type { DubanEventType, StreamCategory } from '../events/event-types.ts';

/** `ItemAssigned` as `item-assigned`. */
export const kebabOf = (type: string): string => type.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();

/** The CloudEvents type of an event, such as `duban.case.item-assigned.v1` (contracts.md section 3). Never renamed. */
export const publicName = (category: StreamCategory, type: DubanEventType, version: number): string =>
  `duban.${category}.${kebabOf(type)}.v${version}`;

/** What stands in a topic for an event of a case that is restricted. Never renamed. */
export const markerName = (category: StreamCategory): string => `duban.${category}.event-restricted.v1`;

/** Where the JSON Schema of a public type is served; the value of `dataschema`. */
export const schemaPath = (name: string): string => `/schemas/${name}.json`;
