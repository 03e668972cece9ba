import { isBlank, linePortions, type TextPieces } from './bundle-lines.ts';
import { foreignIn, readMembers } from './bundle-line.ts';
import { BOM, editorMarks } from './editor-marks.ts';
import { filesInLines } from './package/package-files.ts';
import { verifyPackage } from './package/verify-package.ts';
import type { Primitives } from './primitives.port.ts';
import { PROOF_HEADER } from './proof/proof-text.ts';
import { verifyProof } from './proof/verify-proof.ts';
import { jsonFault } from './strict-json.ts';
import type { Trust } from './trust.ts';
import { NOTHING_CHECKED, verdictOf, type Finding, type Verdict } from './verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

export type VerifyAnyTrust = Trust & {
  /** For a proof: the event as stored, which the proof itself does not hold. */
  readonly event?: string;
};

/** Of a text that fits into memory: a package of one case, or a proof. */
const wholeText = async (pieces: TextPieces): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

async function* again(first: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* inPieces(pieces: TextPieces): AsyncGenerator<string> {
  yield* pieces;
}

/** Reads as far as the first line, and gives the text back whole. */
const peeked = async (pieces: TextPieces) => {
  const reading = inPieces(pieces);
  const read: string[] = [];
  while (!read.some((piece) => piece.includes('\n'))) {
    const next = await reading.next();
    if (next.done === true) break;
    read.push(next.value);
  }
  const [line = ''] = read.join('').split('\n', 1);
  const bare = line.startsWith(BOM) ? line.slice(1) : line;
  return { firstLine: bare.endsWith('\r') ? bare.slice(0, -1) : bare, pieces: again(read, reading) };
};

const HEADER = ['format', 'version'];

const headerFault = (line: string): Finding | null => {
  const fault = jsonFault(line) ?? foreignIn(readMembers(line) ?? {}, HEADER);
  return fault && { record: 0, code: fault.code, found: fault.found, line: 1 };
};

const packageIn = async (text: string, trust: Trust, by: Primitives): Promise<Verdict> => {
  const marks = editorMarks();
  const lines: string[] = [];
  for await (const portion of linePortions([text], marks)) lines.push(...portion);
  marks.add('file.blank-lines', lines.filter(isBlank).length);
  const files = headerFault(lines[0] ?? '') ?? filesInLines(lines);
  return 'code' in files
    ? verdictOf(files, NOTHING_CHECKED)
    : verifyPackage({ files, attached: new Map() }, trust, by, marks);
};

/** Whatever an office gives to an auditor as one file: an exported log, a package of one case, or the proof of one event. */
export const verifyText = async (
  given: TextPieces,
  { event, ...trust }: VerifyAnyTrust,
  by: Primitives,
): Promise<Verdict> => {
  const { firstLine, pieces } = await peeked(given);
  if (firstLine === PROOF_HEADER) return verifyProof(await wholeText(pieces), trust, by, event);
  const { format, version } = readMembers(firstLine) ?? {};
  if (format !== 'duban-case') return verifyBundle(pieces, trust, by);
  if (version !== 1) return verdictOf({ record: 0, code: 'bundle.unknown-version' }, NOTHING_CHECKED);
  return packageIn(await wholeText(pieces), trust, by);
};
