const PRIMARY = 0xff;
const ERROR = 1;
const CORRUPT = 11;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

const primaryCode = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & PRIMARY
    : null;

/** The file is no database, or its pages contradict each other. */
export const isDamaged = (error: unknown): boolean =>
  [CORRUPT, NOT_A_DATABASE].includes(primaryCode(error) ?? 0);

/** Also a database, but not ours: tables or columns are missing. Only for statements that fit every file of ours. */
export const isForeign = (error: unknown): boolean => isDamaged(error) || primaryCode(error) === ERROR;

export const cannotOpen = (error: unknown): boolean => primaryCode(error) === CANNOT_OPEN;
