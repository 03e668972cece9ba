import { CodedError } from '@duban/kernel';
import { encodeBase64, toHex } from '@duban/audit-tree';
import { jcs } from './jcs.ts';
import { canonicalEvent } from './leaf-record.ts';
import { sealComparer } from './seal-comparer.ts';
import { sealedPairs, type Pair, type PairReader } from './sealed-pairs.ts';
import type { SealedCheckpoint, TileStore } from './tile-store.port.ts';
import type { HashName } from './hash-name.ts';

/** What the first line of a bundle says; see docs/audit.md, "The bundle". */
export type BundleIdentity = {
  readonly origin: string;
  readonly hash: HashName;
  /** Verifier keys of the log, for finding the right pinned key; they prove nothing by themselves. */
  readonly keys: readonly string[];
};

/** Gets whole lines, newline included; may make the exporter wait. */
export type LineWriter = (line: string) => Promise<void> | void;

const PAGE = 512;

const recordLine = ({ leaf }: Pair, eventText: string): string => {
  if (leaf === null) return `{"event":${eventText},"hash":null,"index":null,"leaf":null}\n`;
  const hash = toHex(leaf.hash);
  return `{"event":${eventText},"hash":"${hash}","index":${leaf.index},"leaf":${leaf.entry}}\n`;
};

const timestampLine = (size: number, token: Uint8Array): string =>
  `${jcs({ timestamp: { size, token: encodeBase64(token) } })}\n`;

function* checkpointsOf(store: TileStore): Generator<SealedCheckpoint> {
  let page = store.checkpoints(0, PAGE);
  while (page.length > 0) {
    yield* page;
    page = store.checkpoints(page.at(-1)?.size ?? Infinity, PAGE);
  }
}

export type ExportedLog = {
  readonly size: number;
  /** The first record that is not what was sealed; null where all are. The file shows it as it is: the checker judges. */
  readonly firstAltered: number | null;
};

/**
 * Writes everything that was sealed as one file of lines: header, records, each checkpoint behind the records that it
 * covers, end. The same log gives the same bytes. Events behind the newest checkpoint are not in it: seal first.
 * @throws CodedError `audit.not-sealed` when there is no checkpoint yet.
 */
export const exportLog = async (
  reader: PairReader,
  store: TileStore,
  identity: BundleIdentity,
  write: LineWriter,
): Promise<ExportedLog> => {
  const latest = store.latestCheckpoint();
  if (latest === null)
    throw new CodedError('audit.not-sealed', 'there is no checkpoint yet; seal the log first');
  const { size } = latest;
  await write(`${jcs({ format: 'duban-log', version: 1, size, ...identity })}\n`);
  const checkpoints = checkpointsOf(store);
  let due = checkpoints.next();
  const comparer = sealComparer(store, identity.hash);
  for await (const pair of sealedPairs(reader, store, size)) {
    const text = pair.event === null ? 'null' : canonicalEvent(pair.event);
    comparer.take(pair, text);
    await write(recordLine(pair, text));
    while (pair.leaf !== null && due.done !== true && due.value.size === pair.leaf.index + 1) {
      await write(`${jcs({ checkpoint: due.value.note })}\n`);
      for (const token of store.timestamps(due.value.size)) await write(timestampLine(due.value.size, token));
      due = checkpoints.next();
    }
  }
  await write(`${jcs({ end: { size } })}\n`);
  return { size, firstAltered: comparer.firstAltered() };
};
