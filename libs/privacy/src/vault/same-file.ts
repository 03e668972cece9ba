import { statSync } from 'node:fs';

/**
 * Whether a name still leads to the file that was opened under it. What is written into a file that was removed or
 * replaced is lost at the next start, however well it is synced.
 */
export const sameFile = (file: string): (() => 'same' | 'gone' | 'another') => {
  const opened = statSync(file);
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now === undefined) return 'gone';
    return now.ino === opened.ino && now.dev === opened.dev ? 'same' : 'another';
  };
};
