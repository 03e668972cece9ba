import { foreignIn, readMembers } from '../bundle-line.ts';
import { isBlank } from '../bundle-lines.ts';
import { jsonFault } from '../strict-json.ts';
import type { Finding } from '../verdict.ts';

/** The files of a case package by their paths, as text. */
export type PackageFiles = ReadonlyMap<string, string>;

/** A package as a folder may hold the files of the case, too: by path, with their SHA-256 in hex. */
export type PackageFolder = { readonly files: PackageFiles; readonly attached: ReadonlyMap<string, string> };

/** Below it lie the files of the case, each as `<attachment id>/<name>`, with sums of their own. */
export const ATTACHED = 'attachments/';
export const ATTACHED_SUMS = `${ATTACHED}SHA256SUMS`;

/** As `sha256sum` writes it: the sum and the path. */
export const SUM_LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;

export const EVENTS_FILE = 'events.ndjson';
export const ATTACHMENTS_FILE = 'attachments.ndjson';
export const CHECKPOINT_FILE = 'checkpoint.txt';
export const SUMS_FILE = 'SHA256SUMS';

const REVISION_DIGITS = 8;

export const proofFile = (revision: number): string =>
  `proofs/${String(revision).padStart(REVISION_DIGITS, '0')}.tlog-proof`;

/** Lines of a file that ends with a newline; what stands behind the last one counts as a line, too. */
export const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

const ENTRY = ['file', 'line'];

/** One line of one file; what is wrong with it otherwise. */
const entryIn = (text: string, place: number): { file: string; line: string } | Finding => {
  const members = readMembers(text) ?? {};
  const { file, line } = members;
  if (typeof file !== 'string' || typeof line !== 'string' || line.includes('\n'))
    return { record: 0, code: 'package.unreadable' };
  const fault = jsonFault(text) ?? foreignIn(members, ENTRY);
  return fault === null ? { file, line } : { record: 0, code: fault.code, found: fault.found, line: place };
};

/** The files of a package that came as one file of lines, header first, or what is wrong with a line. Blank ones are passed over. */
export const filesInLines = (lines: readonly string[]): PackageFiles | Finding => {
  const files = new Map<string, string[]>();
  for (const [before, text] of lines.entries()) {
    if (before === 0 || isBlank(text)) continue;
    const entry = entryIn(text, before + 1);
    if ('code' in entry) return entry;
    const of = files.get(entry.file) ?? [];
    of.push(entry.line);
    files.set(entry.file, of);
  }
  return new Map([...files].map(([file, of]) => [file, of.map((line) => `${line}\n`).join('')]));
};
