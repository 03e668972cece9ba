import { createHash } from 'node:crypto';
import { CodedError } from '@duban/kernel';
import type { ExportedEvent, ExportSource } from '../source/exported-event.ts';
import type { TextPieces } from '../source/text-blocks.ts';
import { filesOf } from './attachments.ts';
import { checkProgram } from './check-program.ts';
import { checkSheet, type PackageContents } from './check-sheet.ts';
import {
  ATTACHMENTS_FILE,
  CHECKPOINT_FILE,
  EVENTS_FILE,
  PROGRAM_FILE,
  proofFile,
  SUMS_FILE,
  type PackageEntry,
  type PackageProofs,
} from './package-entry.ts';

type Packing = {
  readonly source: ExportSource;
  readonly stream: string;
  readonly proofs: PackageProofs;
  /** The files are put beside the package: the sheet says how to check them. */
  readonly withFiles?: boolean;
};

async function* eventLines({ source, stream, proofs }: Packing): AsyncGenerator<string> {
  for await (const event of source.stream(stream)) yield `${proofs.canonical(event)}\n`;
}

async function* attachmentLines({ source, stream }: Packing): AsyncGenerator<string> {
  for await (const event of source.stream(stream))
    for (const file of filesOf(event)) yield `${JSON.stringify(file)}\n`;
}

async function* proofEntries(
  { source, stream, proofs }: Packing,
  note: string,
): AsyncGenerator<PackageEntry> {
  for await (const { id, revision } of source.stream(stream)) {
    const text = proofs.proofText({ id });
    if (text === null) continue;
    if (!text.endsWith(`\n\n${note}`))
      throw new CodedError(
        'audit.checkpoint-moved',
        'the log was sealed again while the package was written',
      );
    yield { path: proofFile(revision), text: [text] };
  }
}

const caseNoOf = ({ data }: ExportedEvent): string | null => {
  const { caseNo } = data;
  return typeof caseNo === 'string' ? caseNo : null;
};

/** A first pass, so that the sheet can say what the package holds. */
const contentsOf = async (packing: Packing): Promise<PackageContents> => {
  const { source, stream, proofs } = packing;
  const counted = { events: 0, proven: 0, files: 0, imported: 0, caseNo: stream, lastRecordedAt: '' };
  for await (const event of source.stream(stream)) {
    if (event.type === 'CaseOpened') counted.caseNo = caseNoOf(event) ?? stream;
    if (event.type === 'ItemImported') counted.imported += 1;
    if (proofs.proofText({ id: event.id }) !== null) counted.proven += 1;
    counted.events += 1;
    counted.files += filesOf(event).length;
    counted.lastRecordedAt = event.metadata.recordedAt;
  }
  if (counted.events === 0) throw new CodedError('case.unknown', stream);
  return {
    stream,
    ...counted,
    withFiles: packing.withFiles === true,
    checkpointSize: proofs.checkpoint()?.size ?? null,
  };
};

async function* entriesOf(packing: Packing): AsyncGenerator<PackageEntry> {
  const contents = await contentsOf(packing);
  const checkpoint = packing.proofs.checkpoint();
  yield { path: 'CHECK.zh.txt', text: [checkSheet(contents, 'zh')] };
  yield { path: 'CHECK.en.txt', text: [checkSheet(contents, 'en')] };
  yield { path: EVENTS_FILE, text: eventLines(packing) };
  yield { path: ATTACHMENTS_FILE, text: attachmentLines(packing) };
  if (checkpoint !== null) {
    yield { path: CHECKPOINT_FILE, text: [checkpoint.note] };
    yield* proofEntries(packing, checkpoint.note);
  }
  yield { path: PROGRAM_FILE, text: [checkProgram] };
}

type Sums = Map<string, string>;

async function* summed({ path, text }: PackageEntry, sums: Sums): AsyncGenerator<string> {
  const sum = createHash('sha256');
  for await (const piece of text) {
    sum.update(piece, 'utf8');
    yield piece;
  }
  sums.set(path, sum.digest('hex'));
}

const sumLines = (sums: Sums): TextPieces => [...sums].map(([path, sum]) => `${sum}  ${path}\n`);

/**
 * One case as a package: its events as stored, the digests of its files, the newest checkpoint and a proof for each event, a
 * sheet that says how to check all this, and the sums of everything. The same log under the same checkpoint gives the same
 * bytes. Entries are made as they are read: read each to its end.
 * @throws CodedError `case.unknown` when the stream has no event; `audit.checkpoint-moved` when the log is sealed meanwhile
 */
export async function* casePackage(packing: Packing): AsyncGenerator<PackageEntry> {
  const sums: Sums = new Map();
  for await (const entry of entriesOf(packing)) yield { path: entry.path, text: summed(entry, sums) };
  yield { path: SUMS_FILE, text: sumLines(sums) };
}
