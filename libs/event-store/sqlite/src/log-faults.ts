import { CodedError, hasCode } from '@duban/kernel';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const CONSTRAINT = 19;
const NOTADB = 26;

const RESTORE = 'stop, keep a copy of the files, restore the last backup and run `duban verify`';
const REMEDIES: Readonly<Record<number, string>> = {
  [BUSY]: 'another process holds the write lock; end the one that does, writing then goes on by itself',
  [READONLY]: 'the file may not be written; give back the right to write, writing then goes on by itself',
  [IOERR]: 'the disk reports an error; see the system log, writing goes on by itself once it works again',
  [CORRUPT]: `the file is damaged; ${RESTORE}`,
  [FULL]: 'the disk is full; free some space, writing then goes on by itself',
  [CANTOPEN]: 'the file cannot be opened; check the path and its rights',
  [NOTADB]: `the file is damaged or no log; ${RESTORE}`,
};

/** The primary result code, or `null` for an error that SQLite did not raise. */
const resultOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;

/** Faults of the engine or of the file, as opposed to wrong arguments. */
export const isFromEngine = (error: unknown): boolean =>
  resultOf(error) !== null || hasCode(error, 'log.unavailable');

export const isConstraint = (error: unknown): boolean => resultOf(error) === CONSTRAINT;

/** No retry helps against a file that is damaged, gone or older, and every further write may make it worse. */
export const isDamage = (error: unknown): boolean => {
  if (hasCode(error, 'log.file-gone') || hasCode(error, 'log.older-than-reader')) return true;
  const result = resultOf(error);
  return result === CORRUPT || result === NOTADB;
};

/** Says what happened to the log and what to do. A `CodedError` passes unchanged. */
export const toLogFault = (error: unknown, file: string): CodedError => {
  if (error instanceof CodedError) return error;
  const text = String(error);
  const remedy = REMEDIES[resultOf(error) ?? -1] ?? 'nothing was acknowledged; see the cause';
  return new CodedError('log.unavailable', `${file}: ${remedy} (${text})`, { cause: error });
};

export const damaged = (file: string, what: string): CodedError =>
  new CodedError('log.unavailable', `${file}: ${what}; the file is damaged; ${RESTORE}`);
