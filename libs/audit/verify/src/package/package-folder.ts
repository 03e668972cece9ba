import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ATTACHED, ATTACHED_SUMS, type PackageFolder } from './package-files.ts';

const sumOf = async (path: string): Promise<string> => {
  const sum = createHash('sha256');
  for await (const block of createReadStream(path)) sum.update(block as Uint8Array);
  return sum.digest('hex');
};

/** A package that came as a folder. Errors of the file system reach the reader as they are. */
export const packageInFolder = async (folder: string): Promise<PackageFolder> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const [files, attached] = [new Map<string, string>(), new Map<string, string>()];
  for (const path of paths.sort()) {
    const name = relative(folder, path).split(sep).join('/');
    // Attachments are anything and may be large: only their sums are kept.
    if (name.startsWith(ATTACHED) && name !== ATTACHED_SUMS) attached.set(name, await sumOf(path));
    else files.set(name, await readFile(path, 'utf8'));
  }
  return { files, attached };
};
