import type { CaseCommandType } from '@duban/domain';

/** Puts an item of a register into its case, inside a started batch. */
export const IMPORTING = 'ImportItem' satisfies CaseCommandType;
