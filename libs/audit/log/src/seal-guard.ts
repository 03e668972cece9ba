import { decodeBase64, encodeBase64 } from '@duban/audit-tree';
import { CodedError } from '@duban/kernel';
import { readIfThere, writeDurably } from './durable-file.ts';
import type { SealedHead } from './tile-store.port.ts';

/**
 * The largest head that was ever signed, remembered beside the key and not beside the log: restoring an old backup of
 * the log cannot make the key sign a second history.
 */
export type SealGuard = {
  readonly read: () => SealedHead | null;
  /** Durable when it returns; called before a signature leaves the sealer. */
  readonly advance: (head: SealedHead) => void;
};

const parseHead = (content: string, path: string): SealedHead => {
  const [, size, encoded = ''] = /^(\d+) (\S+)\n$/.exec(content) ?? [];
  const root = decodeBase64(encoded);
  if (size === undefined || root === null) {
    throw new CodedError(
      'audit.guard-damaged',
      `${path} is not a size and a root; restore it, do not delete it`,
    );
  }
  return { size: Number(size), root };
};

/** @throws CodedError `audit.guard-damaged` from both */
export const fileSealGuard = (path: string): SealGuard => {
  const read = (): SealedHead | null => {
    const content = readIfThere(path);
    return content === null ? null : parseHead(content, path);
  };
  return {
    read,
    advance: ({ size, root }) => {
      if (size > (read()?.size ?? 0)) writeDurably(path, `${size} ${encodeBase64(root)}\n`);
    },
  };
};
