import { readIfThere, writeDurably } from './durable-file.ts';

const EVERYONE_READS = 0o644;

/** Public halves of every key that ever signed a log: what an export names, and what a process without the key serves. */
export const readVerifierKeys = (path: string): readonly string[] =>
  (readIfThere(path) ?? '').split('\n').filter((line) => line !== '');

/** Adds those that are not there yet; keys of the past stay, because their checkpoints do. */
export const rememberVerifierKeys = (path: string, keys: readonly string[]): void => {
  const known = readVerifierKeys(path);
  const news = keys.filter((key) => !known.includes(key));
  if (news.length > 0) writeDurably(path, `${[...known, ...news].join('\n')}\n`, EVERYONE_READS);
};
