import type { Primitives } from '../primitives.port.ts';
import type { Finding } from '../verdict.ts';
import { ATTACHED_SUMS, linesOf, SUM_LINE, SUMS_FILE, type PackageFiles } from './package-files.ts';

const finding = (
  code: 'package.file-changed' | 'package.file-missing' | 'package.file-added',
  file: string,
) => ({ record: 0, code, file }) satisfies Finding;

/**
 * The sums show accidents and careless changes: whoever changes a file can write them anew. What they say of events and proofs is
 * proven elsewhere.
 */
export const sumsFault = (files: PackageFiles, by: Primitives): Finding | null => {
  const sums = files.get(SUMS_FILE);
  if (sums === undefined) return finding('package.file-missing', SUMS_FILE);
  const named = new Set([SUMS_FILE, ATTACHED_SUMS]);
  for (const line of linesOf(sums)) {
    const [, sum, file] = SUM_LINE.exec(line) ?? [];
    if (sum === undefined || file === undefined) return finding('package.file-changed', SUMS_FILE);
    // As lines, a file without any is not there at all; its sum says that it was empty.
    const fits = by.hexDigest('sha256', files.get(file) ?? '') === sum;
    if (!fits) return finding(files.has(file) ? 'package.file-changed' : 'package.file-missing', file);
    named.add(file);
  }
  const added = [...files.keys()].find((file) => !named.has(file));
  return added === undefined ? null : finding('package.file-added', added);
};
