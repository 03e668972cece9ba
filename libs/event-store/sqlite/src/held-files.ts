import { statSync } from 'node:fs';
import { CodedError } from '@duban/kernel';

/** Which files a connection has open, as `<device>:<inode>`. `null`: there was none when it was looked at. */
export type HeldFiles = {
  readonly log: string | null;
  readonly wal: string | null;
  readonly index: string | null;
};

const identityOf = (path: string): string | null => {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${String(stats.dev)}:${String(stats.ino)}`;
};

/**
 * By path, since the engine does not give its descriptors. Never open these files besides the engine: closing any descriptor of
 * a file gives up all locks that this process holds on it (POSIX).
 */
export const filesAt = (file: string): HeldFiles => ({
  log: identityOf(file),
  wal: identityOf(`${file}-wal`),
  index: identityOf(`${file}-shm`),
});

const gone = (path: string, found: string | null): CodedError => {
  const what = found === null ? 'is no longer there' : 'is another file than the one that was opened';
  return new CodedError(
    'log.file-gone',
    `${path} ${what}; nothing is acknowledged any more. Stop the server, put back what was moved, with its -wal, and start again`,
  );
};

/** @throws CodedError `log.file-gone` where another log, or none, lies at the path */
export const checkLogFile = (file: string, log: string | null): void => {
  const found = identityOf(file);
  if (found !== log) throw gone(file, found);
};

/**
 * A file that was unlinked, moved or replaced takes writes and syncs as before; only its name shows that nobody will find it
 * again. Three calls of `stat`: cheap beside one sync.
 * @throws CodedError `log.file-gone`
 */
export const checkHeldFiles = (file: string, held: HeldFiles): void => {
  checkLogFile(file, held.log);
  for (const [path, before] of [
    [`${file}-wal`, held.wal],
    [`${file}-shm`, held.index],
  ] as const) {
    const found = identityOf(path);
    if (before !== null && found !== before) throw gone(path, found);
  }
};

/** The log is in its place, and its WAL has lost its name: what the WAL holds can still be copied back. */
export const isWalUnlinked = (file: string, held: HeldFiles): boolean => {
  const { log, wal, index } = filesAt(file);
  return log === held.log && wal === null && index === held.index;
};
