import { isBlank } from '../bundle-lines.ts';
import { editorMarks, unmarked, type EditorMarks } from '../editor-marks.ts';
import type { Primitives } from '../primitives.port.ts';
import type { Finding } from '../verdict.ts';
import { ATTACHED_SUMS, linesOf, SUM_LINE, SUMS_FILE, type PackageFiles } from './package-files.ts';

const finding = (
  code: 'package.file-changed' | 'package.file-missing' | 'package.file-added',
  file: string,
) => ({ record: 0, code, file }) satisfies Finding;

/** What the exporter may have written where an editor has been since. */
const withoutMarks = (text: string, marks: EditorMarks): readonly string[] => {
  const plain = unmarked(text, marks);
  const lines = plain.split('\n').filter((line) => !isBlank(line));
  return [plain, `${plain.replace(/\n+$/, '')}\n`, `${lines.join('\n')}\n`];
};

const restored = (text: string, sum: string, marks: EditorMarks, by: Primitives): string | null => {
  const seen = editorMarks();
  const found = withoutMarks(text, seen).find((each) => by.hexDigest('sha256', each) === sum);
  if (found === undefined) return null;
  unmarked(text, marks);
  if (!text.endsWith('\n')) marks.add('file.no-final-newline');
  marks.add('file.blank-lines', text.split('\n').length - found.split('\n').length);
  return found;
};

/** The files as they were before an editor had them, where their sums say so; all others as they are. */
export const restoredFiles = (files: PackageFiles, marks: EditorMarks, by: Primitives): PackageFiles => {
  const sums = files.get(SUMS_FILE);
  if (sums === undefined) return files;
  const said = unmarked(sums, marks)
    .split('\n')
    .filter((line) => !isBlank(line));
  if (!sums.endsWith('\n') && said.length > 0) marks.add('file.no-final-newline');
  marks.add('file.blank-lines', linesOf(sums).length - said.length);
  const all = new Map(files).set(SUMS_FILE, said.map((line) => `${line}\n`).join(''));
  for (const line of linesOf(all.get(SUMS_FILE) ?? '')) {
    const [, sum = '', file = ''] = SUM_LINE.exec(line) ?? [];
    const text = files.get(file);
    if (text === undefined || by.hexDigest('sha256', text) === sum) continue;
    all.set(file, restored(text, sum, marks, by) ?? text);
  }
  return all;
};

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
