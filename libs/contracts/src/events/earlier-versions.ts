import type { DubanEventType } from './event-types.ts';
import type { Upcaster, VersionedSchema } from './event-entry.ts';

/** What an event looked like before: every schema but the newest, and the way from each to the next. */
export type EarlierVersions = {
  readonly latest: number;
  readonly schemas: readonly VersionedSchema[];
  readonly upcasters: readonly Upcaster[];
};

/**
 * Events whose payload has changed since they were first shipped. To change one: move its schema here as version n,
 * add the upcaster n → n+1, write the new schema into `schemas/`, and add a golden stream of the new version.
 */
export const earlierVersions: { readonly [Type in DubanEventType]?: EarlierVersions } = {};
