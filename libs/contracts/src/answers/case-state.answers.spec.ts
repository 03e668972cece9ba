/** Compiled, not run: the type checker refuses this file when what is described differs from what the fold makes. */
import type { Static } from '@sinclair/typebox';
import { expect, it } from '@jest/globals';
import type { OpenedCase } from '@duban/domain';
import type { openedCaseShape } from './case-state.answers.ts';

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
type Full<T> = T extends object ? { readonly [Key in keyof T]-?: Full<T[Key]> } : T;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Optional in one and required in the other shows in `Plain`; a field that only one has, though optional, in `Full`. */
type Same<A, B> = Mutual<Plain<A>, Plain<B>> extends true ? Mutual<Full<A>, Full<B>> : false;

type Described = Static<typeof openedCaseShape>;

/** Field by field, so that the compiler names the one that differs. */
type Different = {
  [Key in keyof OpenedCase]: Key extends keyof Described
    ? Same<Described[Key], OpenedCase[Key]> extends true
      ? never
      : Key
    : Key;
}[keyof OpenedCase];

const nothingDiffers: [Different] extends [never] ? true : Different = true;
const nothingIsMore: Exclude<keyof Described, keyof OpenedCase> extends never ? true : false = true;
const aDifferenceIsSeen: Same<{ readonly a: string }, { readonly a?: string }> = false;

it('the state of a case is described as the fold makes it', () => {
  expect([nothingDiffers, nothingIsMore, aDifferenceIsSeen]).toEqual([true, true, false]);
});
