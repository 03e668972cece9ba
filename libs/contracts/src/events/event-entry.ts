import type { TSchema } from '@sinclair/typebox';
import type { JsonObject } from '@duban/kernel';

export type VersionedSchema = { readonly version: number; readonly schema: TSchema };

/** Lifts the data of one version to the next. Pure and total over whatever was ever stored in `from`. */
export type Upcaster = {
  readonly from: number;
  readonly to: number;
  readonly upcast: (data: JsonObject) => JsonObject;
};

/** What the log needs to know of one stored type (E43: one place, checked at start). */
export type EventEntry = {
  readonly type: string;
  readonly category: string;
  readonly latest: number;
  readonly schemas: readonly VersionedSchema[];
  readonly upcasters: readonly Upcaster[];
};
