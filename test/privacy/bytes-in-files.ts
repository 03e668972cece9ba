import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The file as bytes in all the forms in which a text may lie on a disk. */
const formsOf = (text: string): readonly Buffer[] => {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()];
};

const filesUnder = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** SQLite's journals come and go beside a process that writes: what is gone holds nothing. */
const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    if (existsSync(file)) throw error;
    return Buffer.alloc(0);
  }
};

/** Every file under a folder, write-ahead and shared-memory files too, that holds these bytes. */
export const filesWith = (dir: string, ...sought: readonly (string | Uint8Array)[]): readonly string[] => {
  const needles = sought.flatMap((one) => (typeof one === 'string' ? formsOf(one) : [Buffer.from(one)]));
  return filesUnder(dir)
    .filter((file) => {
      const bytes = bytesOf(file);
      return needles.some((needle) => bytes.includes(needle));
    })
    .map((file) => relative(dir, file))
    .sort();
};
