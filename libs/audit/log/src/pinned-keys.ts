import { parseVerifierKey, TreeError } from '@duban/audit-tree';
import { sha256 } from './hash-name.ts';
import { readVerifierKeys, rememberVerifierKeys } from './verifier-key-list.ts';

/** The keys of the log that this process believes. */
export type PinnedKeys = {
  readonly read: () => readonly string[];
  readonly pin: (keys: readonly string[]) => void;
};

export const pinnedKeysFile = (path: string): PinnedKeys => ({
  read: () => readVerifierKeys(path),
  pin: (keys) => {
    rememberVerifierKeys(path, keys);
  },
});

/** Those of the lines that are keys by the name of this log. */
export const keysNamed = (origin: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => {
    try {
      return parseVerifierKey(line, sha256).name === origin;
    } catch (error) {
      if (error instanceof TreeError) return false;
      throw error;
    }
  });
