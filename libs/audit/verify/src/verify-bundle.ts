import { readHeader } from './bundle-header.ts';
import { linePortions, type TextPieces } from './bundle-lines.ts';
import { bundleWalk, type BundleWalk } from './bundle-walk.ts';
import { earlierHashes } from './earlier-bundle.ts';
import { growingTree } from './growing-tree.ts';
import { headChecker } from './head-checker.ts';
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
import type { ReasonCode } from './reasons.ts';

type Started = {
  readonly walk: BundleWalk;
  readonly stamped: () => Stamped | null;
  readonly checked: () => Checked;
};

const start = async (
  headerLine: string,
  trust: Trust,
  primitives: Primitives,
): Promise<Started | ReasonCode> => {
  const header = readHeader(headerLine);
  if (typeof header === 'string') return header;
  const prepared = await prepareTrust(trust, header, primitives);
  if (typeof prepared === 'string') return prepared;
  const tree = growingTree(header.hash, primitives);
  const heads = headChecker(header, prepared, tree, primitives);
  const records = recordChecker(header.hash, tree, primitives, heads.proven);
  const stamps = stampChecker(
    { certificates: trust.tsaCertificates ?? [], lastHead: heads.last },
    primitives,
  );
  const earlier = trust.earlier === undefined ? null : earlierHashes(trust.earlier);
  const walk = bundleWalk({ header, tree, records, heads, stamps, earlier });
  return { walk, stamped: stamps.stamped, checked: () => ({ records: tree.size(), ...heads.counts() }) };
};

/** Answers `true` when the walk has found what it needs. Waits only for lines that need it. */
const walkPortion = async (walk: BundleWalk, lines: readonly string[]): Promise<boolean> => {
  for (const line of lines) {
    const waiting = walk.line(line);
    if (waiting !== undefined) await waiting;
    if (walk.settled()) return true;
  }
  return false;
};

/**
 * Checks a bundle of the log from its first line to its last, in one pass; memory grows with the event ids only.
 * `pieces` are its text, cut anywhere. Never throws for what the bundle holds; the first thing wrong ends the walk.
 */
export const verifyBundle = async (
  pieces: TextPieces,
  trust: Trust,
  primitives: Primitives,
): Promise<Verdict> => {
  let started: Started | null = null;
  for await (const portion of linePortions(pieces)) {
    let lines = portion;
    if (started === null) {
      const [first, ...rest] = portion;
      if (first === undefined) continue;
      const begun = await start(first, trust, primitives);
      if (typeof begun === 'string') return verdictOf({ record: 0, code: begun }, NOTHING_CHECKED);
      started = begun;
      lines = rest;
    }
    if (await walkPortion(started.walk, lines)) break;
  }
  if (started === null) return verdictOf({ record: 0, code: 'bundle.unreadable' }, NOTHING_CHECKED);
  const finding: Finding | null = await started.walk.finish();
  const stamped = started.stamped();
  const verdict = verdictOf(finding, started.checked());
  return stamped === null ? verdict : { ...verdict, stamped };
};
