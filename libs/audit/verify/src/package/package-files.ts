import { readMembers } from '../bundle-line.ts';

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

/** The files of a package that came as one file of lines; `null` where a line is none of them. */
export const filesInLines = (lines: readonly string[]): PackageFiles | null => {
  const files = new Map<string, string[]>();
  for (const text of lines) {
    const { file, line } = readMembers(text) ?? {};
    if (typeof file !== 'string' || typeof line !== 'string') return null;
    const of = files.get(file) ?? [];
    of.push(line);
    files.set(file, of);
  }
  return new Map([...files].map(([file, of]) => [file, of.map((line) => `${line}\n`).join('')]));
};
