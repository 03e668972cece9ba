import { existsSync } from 'node:fs';
import { LOG_START, type Position } from '@duban/kernel';
import { auditFiles } from './audit-files.ts';
import type { HashName } from './hash-name.ts';
import { leafEntry, type LeafRecord } from './leaf-record.ts';
import { openAuditLog, type AuditOptions, type RawLog } from './open-audit-log.ts';
import type { SealedLeaf, TileStore } from './tile-store.port.ts';

/** What was sealed of a log, against what is left of it. */
export type LostLeaves = {
  /** How many of the first leaves are still what the log holds there. */
  readonly kept: number;
  readonly lost: number;
  /** Streams of the lost ones, each once, in the order of their loss. */
  readonly streams: readonly string[];
  /** Of the last leaf; the start of the log where there is none. */
  readonly lastPosition: Position;
  readonly lastHead: { readonly origin: string; readonly size: number; readonly note: string } | null;
};

const NONE: LostLeaves = { kept: 0, lost: 0, streams: [], lastPosition: LOG_START, lastHead: null };
const PAGE = 512;

const isThere = async (reader: RawLog, leaf: SealedLeaf, hash: HashName): Promise<boolean> => {
  const { stream, revision } = JSON.parse(leaf.entry) as LeafRecord;
  const [event] = (await reader.readStream(stream, { from: revision, limit: 1 })).events;
  return event !== undefined && leafEntry(event, hash) === leaf.entry;
};

/** A log that lost its end has a beginning of its leaves, so the place is found by halving. */
const keptIn = async (reader: RawLog, store: TileStore, hash: HashName): Promise<number> => {
  let [low, high] = [0, store.size()];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [leaf] = store.leaves(middle, middle + 1);
    if (leaf !== undefined && (await isThere(reader, leaf, hash))) low = middle + 1;
    else high = middle;
  }
  return low;
};

const streamsFrom = (store: TileStore, from: number): readonly string[] => {
  const streams = new Set<string>();
  for (let at = from; at < store.size(); at += PAGE) {
    for (const { entry } of store.leaves(at, at + PAGE))
      streams.add((JSON.parse(entry) as LeafRecord).stream);
  }
  return [...streams];
};

/** Reads only; where nothing was sealed, nothing is made. */
export const lostLeaves = async (options: AuditOptions, reader: RawLog): Promise<LostLeaves> => {
  if (!existsSync(auditFiles(options).tiles)) return NONE;
  const { store, origin, hash, close } = openAuditLog(options);
  try {
    const kept = await keptIn(reader, store, hash);
    const head = store.latestCheckpoint();
    return {
      kept,
      lost: store.size() - kept,
      streams: streamsFrom(store, kept),
      lastPosition: store.lastPosition(),
      lastHead: head === null ? null : { origin, size: head.size, note: head.note },
    };
  } finally {
    close();
  }
};
