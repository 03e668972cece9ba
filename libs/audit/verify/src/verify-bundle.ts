import { readHeader, type BundleHeader } from './bundle-header.ts';
import { readBundleLine, type RecordLine } from './bundle-line.ts';
import { earlierHashes, type EarlierHashes } from './earlier-bundle.ts';
import { growingTree, type GrowingTree } from './growing-tree.ts';
import { headChecker, type HeadChecker } from './head-checker.ts';
import type { Primitives } from './primitives.port.ts';
import { recordChecker, type RecordChecker } from './record-checker.ts';
import { prepareTrust, type Trust } from './trust.ts';
import { verdictOf, type Checked, type Finding, type Verdict } from './verdict.ts';

type Lines = AsyncIterator<string>;

type Walk = {
  readonly lines: Lines;
  readonly header: BundleHeader;
  readonly tree: GrowingTree;
  readonly records: RecordChecker;
  readonly heads: HeadChecker;
  readonly earlier: EarlierHashes | null;
};

const NOTHING: Checked = { records: 0, checkpoints: 0, signatures: 0, cosignatures: 0, knownHeads: 0 };

async function* asLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* lines;
}

const comesLater = async (lines: Lines, index: number): Promise<boolean> => {
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const line = readBundleLine(next.value);
    if (line?.kind === 'record' && line.index === index) return true;
  }
  return false;
};

/** The line is not the next record: is that one gone, or only elsewhere? */
const misplaced = async ({ lines, tree }: Walk, index: number): Promise<Finding> => {
  const record = tree.size();
  if (index < record) return { record, code: 'record.doubled' };
  return { record, code: (await comesLater(lines, record)) ? 'record.reordered' : 'record.dropped' };
};

const takeRecord = async (walk: Walk, line: RecordLine): Promise<Finding | null> => {
  const { tree, records, heads, earlier } = walk;
  const record = tree.size();
  if (line.index !== null && line.index !== record) return misplaced(walk, line.index);
  const fault = records.take(line);
  if (fault !== null) return fault;
  const before = earlier === null ? null : await earlier();
  if (before !== null && before !== line.hash) return { record, code: 'log.differs' };
  return heads.known();
};

const finish = async (
  { tree, header, heads, earlier }: Walk,
  end: number | null,
): Promise<Finding | null> => {
  const size = tree.size();
  if (end === null || size < header.size) return { record: size, code: 'record.truncated' };
  if (end !== size || size > header.size) return { record: header.size, code: 'record.inserted' };
  if (earlier !== null && (await earlier()) !== null) return { record: size, code: 'log.rolled-back' };
  return heads.finish();
};

const walkLines = async (walk: Walk): Promise<Finding | null> => {
  const { lines, tree, heads } = walk;
  let end: number | null = null;
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const line = readBundleLine(next.value);
    if (line === null || end !== null) return { record: tree.size(), code: 'record.malformed' };
    if (line.kind === 'end') {
      end = line.size;
    } else {
      const finding = await (line.kind === 'record' ? takeRecord(walk, line) : heads.checkpoint(line.note));
      if (finding !== null) return finding;
    }
  }
  return finish(walk, end);
};

/**
 * Checks a bundle of the log from its first line to its last, in one pass and in memory of the size of the event ids.
 * `lines` come without their newlines. Never throws for what the bundle holds; the first thing wrong ends the walk.
 */
export const verifyBundle = async (
  bundle: AsyncIterable<string> | Iterable<string>,
  trust: Trust,
  primitives: Primitives,
): Promise<Verdict> => {
  const lines = asLines(bundle);
  const first = await lines.next();
  const header = readHeader(first.done === true ? '' : first.value);
  if (typeof header === 'string') return verdictOf({ record: 0, code: header }, NOTHING);
  const prepared = await prepareTrust(trust, header, primitives);
  if (typeof prepared === 'string') return verdictOf({ record: 0, code: prepared }, NOTHING);
  const tree = growingTree(header.hash, primitives);
  const heads = headChecker(header, prepared, tree, primitives);
  const records = recordChecker(header.hash, tree, primitives, heads.proven);
  const earlier = trust.earlier === undefined ? null : earlierHashes(trust.earlier);
  const finding = await walkLines({ lines, header, tree, records, heads, earlier });
  return verdictOf(finding, { records: tree.size(), ...heads.counts() });
};
