import type { BundleHeader } from './bundle-header.ts';
import { readAnySpelling, readBundleLine, type BundleLine, type RecordLine } from './bundle-line.ts';
import type { EarlierHashes } from './earlier-bundle.ts';
import type { GrowingTree } from './growing-tree.ts';
import type { HeadChecker } from './head-checker.ts';
import { beginsEpoch, type LogEpochs } from './log-epochs.ts';
import type { RecordChecker } from './record-checker.ts';
import type { StampChecker } from './timestamp/stamp-checker.ts';
import { holeAt, suspicionOf, type Suspicion } from './suspicion.ts';
import type { Finding } from './verdict.ts';

export type WalkParts = {
  readonly header: BundleHeader;
  readonly tree: GrowingTree;
  readonly records: RecordChecker;
  readonly heads: HeadChecker;
  readonly stamps: StampChecker;
  readonly earlier: EarlierHashes | null;
  readonly epochs: LogEpochs;
};

/** Walks the lines behind the header. The first finding decides; `settled` says that no further line is needed. */
export type BundleWalk = {
  /** `place` is the line of the file, counted from 1. */
  readonly line: (text: string, place: number) => Promise<void> | undefined;
  readonly settled: () => boolean;
  readonly finish: () => Promise<Finding | null>;
};

type State = { finding: Finding | null; suspicion: Suspicion | null; end: number | null };

const atEnd = async (parts: WalkParts, { end }: State): Promise<Finding | null> => {
  const { tree, header, heads, stamps, earlier } = parts;
  const size = tree.size();
  if (end === null || size < header.size) return { record: size, code: 'record.truncated' };
  if (end !== size || size > header.size) return { record: header.size, code: 'record.inserted' };
  if (earlier !== null && (await earlier()) !== null) return { record: size, code: 'log.rolled-back' };
  return heads.finish() ?? stamps.finish();
};

const compareEarlier = async (parts: WalkParts, state: State, line: RecordLine): Promise<void> => {
  const before = (await parts.earlier?.()) ?? null;
  if (before !== null && before !== line.hash) {
    const record = parts.tree.size() - 1;
    state.finding = { record, code: parts.epochs.includes(record) ? 'log.loss-declared' : 'log.differs' };
  }
};

const takeRecord = (parts: WalkParts, state: State, line: RecordLine): Promise<void> | undefined => {
  const { tree, records, heads, earlier } = parts;
  const record = tree.size();
  if (line.index !== null && line.index > record) {
    state.suspicion = holeAt(record);
    return undefined;
  }
  const repeated = line.index !== null && line.index < record;
  const finding: Finding | null = repeated ? { record, code: 'record.doubled' } : records.take(line);
  state.suspicion = finding && suspicionOf(finding, line);
  if (state.suspicion !== null) return undefined;
  if (finding === null && beginsEpoch(line.leaf)) parts.epochs.push(record);
  state.finding = finding ?? heads.known();
  return state.finding === null && earlier !== null ? compareEarlier(parts, state, line) : undefined;
};

const takeLine = (parts: WalkParts, state: State, line: BundleLine | null): Promise<void> | undefined => {
  if (line === null || state.end !== null) {
    state.finding = { record: parts.tree.size(), code: 'record.malformed' };
    return undefined;
  }
  if (line.kind === 'fault') {
    state.finding = { record: parts.tree.size(), code: line.code, found: line.found };
    return undefined;
  }
  if (line.kind === 'record') return takeRecord(parts, state, line);
  if (line.kind === 'checkpoint') {
    return parts.heads.checkpoint(line.note).then((finding) => {
      state.finding = finding;
    });
  }
  if (line.kind === 'timestamp') {
    return parts.stamps.take(line).then((finding) => {
      state.finding = finding;
    });
  }
  state.end = line.size;
  return undefined;
};

/** Whatever names a member or a number says on which line it stands. */
const onItsLine = (finding: Finding, text: string, line: number): Finding => {
  if (finding.found !== undefined) return { ...finding, line };
  if (finding.code !== 'record.malformed') return finding;
  // A line that began and ended like the exporter's own, with more in between than an event.
  const read = readAnySpelling(text);
  return read?.kind === 'fault'
    ? { record: finding.record, code: read.code, found: read.found, line }
    : finding;
};

export const bundleWalk = (parts: WalkParts): BundleWalk => {
  const state: State = { finding: null, suspicion: null, end: null };
  return {
    line: (text, place) => {
      const line = readBundleLine(text);
      if (state.suspicion === null) {
        const waiting = takeLine(parts, state, line);
        if (state.finding !== null) state.finding = onItsLine(state.finding, text, place);
        return waiting;
      }
      state.finding = state.suspicion.look(line);
      return undefined;
    },
    settled: () => state.finding !== null,
    finish: async () => {
      if (state.finding !== null) return state.finding;
      if (state.suspicion !== null) return state.suspicion.conclude();
      return atEnd(parts, state);
    },
  };
};
