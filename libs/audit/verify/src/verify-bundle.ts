import { readHeader } from './bundle-header.ts';
import { editorMarks, type EditorMarks } from './editor-marks.ts';
import { isBlank, linePortions, type TextPieces } from './bundle-lines.ts';
import { bundleWalk, type BundleWalk } from './bundle-walk.ts';
import { earlierHashes } from './earlier-bundle.ts';
import { growingTree } from './growing-tree.ts';
import { headChecker } from './head-checker.ts';
import type { LogEpochs } from './log-epochs.ts';
import type { Primitives } from './primitives.port.ts';
import { recordChecker } from './record-checker.ts';
import { stampChecker } from './timestamp/stamp-checker.ts';
import { prepareTrust, type Trust } from './trust.ts';
import {
  NOTHING_CHECKED,
  verdictOf,
  type Checked,
  type Finding,
  type Stamped,
  type Verdict,
} from './verdict.ts';

type Started = {
  readonly walk: BundleWalk;
  readonly epochs: LogEpochs;
  readonly stamped: () => Stamped | null;
  readonly checked: () => Checked;
  readonly respelled: () => number;
};

const start = async (
  headerLine: string,
  trust: Trust,
  primitives: Primitives,
): Promise<Started | Finding> => {
  const header = readHeader(headerLine);
  if (typeof header === 'string') return { record: 0, code: header };
  if ('kind' in header) return { record: 0, code: header.code, found: header.found };
  const prepared = await prepareTrust(trust, header, primitives);
  if (typeof prepared === 'string') return { record: 0, code: prepared };
  const tree = growingTree(header.hash, primitives);
  const epochs: LogEpochs = [];
  const heads = headChecker({ header, trust: prepared, tree, epochs, primitives });
  const records = recordChecker(header.hash, tree, primitives, heads.proven);
  const stamps = stampChecker(
    { certificates: trust.tsaCertificates ?? [], lastHead: heads.last },
    primitives,
  );
  const earlier = trust.earlier === undefined ? null : earlierHashes(trust.earlier);
  const walk = bundleWalk({ header, tree, records, heads, stamps, earlier, epochs });
  return {
    walk,
    epochs,
    stamped: stamps.stamped,
    checked: () => ({ records: tree.size(), ...heads.counts() }),
    respelled: records.respelled,
  };
};

type Reading = {
  readonly trust: Trust;
  readonly primitives: Primitives;
  readonly marks: EditorMarks;
  started: Started | null;
  /** The line that was read last, counted from 1. */
  place: number;
};

const noteOf = (finding: Finding, line: number): Finding =>
  finding.found === undefined ? finding : { ...finding, line };

/** One line; answers what ends the reading before it began. Waits only for lines that need it. */
const readLine = (reading: Reading, text: string): Promise<Finding | null> | null => {
  reading.place += 1;
  if (isBlank(text)) {
    reading.marks.add('file.blank-lines');
    return null;
  }
  if (reading.started !== null) {
    const waiting = reading.started.walk.line(text, reading.place);
    return waiting === undefined ? null : waiting.then(() => null);
  }
  return start(text, reading.trust, reading.primitives).then((begun) => {
    if ('code' in begun) return noteOf(begun, reading.place);
    reading.started = begun;
    return null;
  });
};

const readPortion = async (
  reading: Reading,
  lines: readonly string[],
): Promise<Finding | 'settled' | null> => {
  for (const text of lines) {
    const waiting = readLine(reading, text);
    const refused = waiting === null ? null : await waiting;
    if (refused !== null) return refused;
    if (reading.started?.walk.settled() === true) return 'settled';
  }
  return null;
};

const concluded = async ({ started, marks }: Reading): Promise<Verdict> => {
  if (started === null) return verdictOf({ record: 0, code: 'bundle.unreadable' }, NOTHING_CHECKED);
  const finding = await started.walk.finish();
  const stamped = started.stamped();
  marks.add('file.respelled', started.respelled());
  const { epochs } = started;
  const told = { ...marks.told(), ...(epochs.length === 0 ? {} : { epochs }) };
  const verdict = { ...verdictOf(finding, started.checked()), ...told };
  return stamped === null ? verdict : { ...verdict, stamped };
};

/**
 * Checks a bundle of the log from its first line to its last, in one pass; memory grows with the event ids only.
 * `pieces` are its text, cut anywhere. Never throws for what the bundle holds; the first thing wrong ends the walk.
 * What touches no record (a byte order mark, blank lines, other line ends, another spelling) is told in `notes`.
 */
export const verifyBundle = async (
  pieces: TextPieces,
  trust: Trust,
  primitives: Primitives,
): Promise<Verdict> => {
  const reading: Reading = { trust, primitives, marks: editorMarks(), started: null, place: 0 };
  for await (const portion of linePortions(pieces, reading.marks)) {
    const end = await readPortion(reading, portion);
    if (end === 'settled') break;
    if (end !== null) return verdictOf(end, NOTHING_CHECKED);
  }
  return concluded(reading);
};
