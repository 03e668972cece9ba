import { statSync } from 'node:fs';

/** Which file a path leads to, so that one that was put in its place is told apart; null where there is none. */
export const fileIdentity = (path: string): string | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${String(found.dev)}:${String(found.ino)}`;
};
