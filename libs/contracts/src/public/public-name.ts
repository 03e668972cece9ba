import type { DubanEventType, StreamCategory } from '../events/event-types.ts';

/** `ItemAssigned` as `item-assigned`. */
export const kebabOf = (type: string): string => type.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();

/** The CloudEvents type of an event, such as `duban.case.item-assigned.v1` (contracts.md section 3). Never renamed. */
export const publicName = (category: StreamCategory, type: DubanEventType, version: number): string =>
  `duban.${category}.${kebabOf(type)}.v${version}`;

/** Where the JSON Schema of a public type is served; the value of `dataschema`. */
export const schemaPath = (name: string): string => `/schemas/${name}.json`;
