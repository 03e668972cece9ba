/**
 * Compiled, not run: the type checker refuses this file when a schema and its domain type differ. jest only sees that
 * no event was left out.
 */
import type { Static, TSchema } from '@sinclair/typebox';
import type { RegisterEvent, StepEvent } from '@duban/domain';
import { expect, it } from '@jest/globals';
import type { EventsByCategory, StreamCategory } from '../event-types.ts';
import type { currentSchemas } from './current-schemas.ts';

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
type Full<T> = T extends object ? { readonly [Key in keyof T]-?: Full<T[Key]> } : T;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Optional in one and required in the other shows in `Plain`; a field that only one has, though optional, in `Full`. */
type Same<A, B> = Mutual<Plain<A>, Plain<B>> extends true ? Mutual<Full<A>, Full<B>> : false;

type Schemas = typeof currentSchemas;
type DomainData<Category extends StreamCategory, Type> = Extract<
  EventsByCategory[Category],
  { readonly type: Type }
>['data'];
type SchemaData<Schema> = Schema extends TSchema ? Static<Schema> : never;

/** Of what has a record, the type is made of the schema. */
type MadeOfSchemas = StepEvent['type'] | RegisterEvent['type'];

/** Every type name whose schema says something else than the domain. */
type Different = {
  [Category in StreamCategory]: {
    [Type in Exclude<keyof Schemas[Category], MadeOfSchemas>]: Same<
      SchemaData<Schemas[Category][Type]>,
      DomainData<Category, Type>
    > extends true
      ? never
      : Type;
  }[Exclude<keyof Schemas[Category], MadeOfSchemas>];
}[StreamCategory];

const nothingDiffers: [Different] extends [never] ? true : Different = true;

/** Proves that the comparison above can fail. */
const aDifferenceIsSeen: Same<{ readonly a: string }, { readonly a?: string }> = false;
const anExtraFieldIsSeen: Same<{ readonly a: string }, { readonly a: string; readonly b?: string }> = false;
const aWiderTypeIsSeen: Same<{ readonly a: 'x' | 'y' }, { readonly a: string }> = false;

it('has a schema equal to the domain type for every event', () => {
  expect(nothingDiffers).toBe(true);
  expect([aDifferenceIsSeen, anExtraFieldIsSeen, aWiderTypeIsSeen]).toEqual([false, false, false]);
});
