import type { Words } from '../texts/words.ts';

/** `ok`: nothing to do. `warn`: works, but someone should see to it. `fail`: does not work. */
export type Light = 'ok' | 'warn' | 'fail';

/** What one check found; whatever is not in order comes with what to do. */
export type Finding = {
  readonly check: string;
  readonly light: Light;
  readonly found: Words;
  readonly fix: Words | null;
};

export const fine = (check: string, found: Words): Finding => ({ check, light: 'ok', found, fix: null });

export const finding = (check: string, light: 'warn' | 'fail', found: Words, fix: Words): Finding => ({
  check,
  light,
  found,
  fix,
});
