import {
  encodeBase64,
  formatProofText,
  parseTilePath,
  planConsistency,
  planInclusion,
  TILE_HEIGHT,
  TILE_WIDTH,
} from '@duban/audit-tree';
import { CodedError, type Position } from '@duban/kernel';
import { hasherOf, type HashName } from './hash-name.ts';
import { proveFrom, rootAt } from './stored-tree.ts';
import type { SealedCheckpoint, SealedLeaf, TileStore } from './tile-store.port.ts';

export type InclusionProof = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
  /** RFC 8785 text of the leaf record. */
  readonly entry: string;
};

/** Roots in base64, as in a checkpoint. */
export type ConsistencyProof = {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly proof: readonly string[];
};

export type EventName = { readonly id: string } | { readonly position: Position };

/** What any process may serve. Everything is answered against the newest signed checkpoint. */
export type ProofService = {
  readonly checkpoint: () => SealedCheckpoint | null;
  /** `null`: not in the log, or not signed yet. */
  readonly inclusion: (event: EventName) => InclusionProof | null;
  /** A `.tlog-proof` file; its `extra` is the leaf record. `null` as above. */
  readonly proofText: (event: EventName) => string | null;
  /** @throws TreeError `tree.bad-size`; CodedError `audit.not-sealed` beyond the newest checkpoint */
  readonly consistency: (from: number, to: number) => ConsistencyProof;
  /** The bytes behind a C2SP tile path such as `tile/0/x001/234.p/5`; `null` where there is no such tile yet. */
  readonly tile: (path: string) => Uint8Array | null;
};

const entryBundle = (leaves: readonly SealedLeaf[]): Uint8Array =>
  Buffer.concat(
    leaves.flatMap(({ entry }) => {
      const bytes = Buffer.from(entry, 'utf8');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );

const readTile = (store: TileStore, path: string, sealed: number): Uint8Array | null => {
  const tile = parseTilePath(path);
  if (tile === null) return null;
  const from = tile.index * TILE_WIDTH;
  const to = from + tile.width;
  const span = tile.kind === 'hashes' ? TILE_WIDTH ** tile.level : 1;
  if (to * span > sealed) return null;
  return tile.kind === 'entries'
    ? entryBundle(store.leaves(from, to))
    : Buffer.concat(store.hashes(tile.level * TILE_HEIGHT, from, to));
};

const prove = (
  store: TileStore,
  hash: HashName,
  leaf: SealedLeaf,
  { size, root }: SealedCheckpoint,
): InclusionProof => ({
  index: leaf.index,
  size,
  leafHash: leaf.hash,
  root,
  proof: proveFrom(store, planInclusion(leaf.index, size), hasherOf(hash)),
  entry: leaf.entry,
});

export const createProofService = (store: TileStore, hash: HashName): ProofService => {
  const inclusionIn = (event: EventName, checkpoint: SealedCheckpoint | null): InclusionProof | null => {
    const leaf = 'id' in event ? store.findEvent(event.id) : store.findPosition(event.position);
    if (leaf === null || checkpoint === null || leaf.index >= checkpoint.size) return null;
    return prove(store, hash, leaf, checkpoint);
  };
  const proofText = (event: EventName): string | null => {
    const checkpoint = store.latestCheckpoint();
    const proven = inclusionIn(event, checkpoint);
    if (proven === null || checkpoint === null) return null;
    const extra = Buffer.from(proven.entry, 'utf8');
    return formatProofText({ index: proven.index, proof: proven.proof, checkpoint: checkpoint.note, extra });
  };
  const consistency = (from: number, to: number): ConsistencyProof => {
    const plan = planConsistency(from, to);
    if (to > (store.latestCheckpoint()?.size ?? 0)) {
      throw new CodedError('audit.not-sealed', `no checkpoint reaches ${String(to)} yet`);
    }
    const hasher = hasherOf(hash);
    const root = (size: number): string => encodeBase64(rootAt(store, size, hasher));
    const proof = proveFrom(store, plan, hasher).map(encodeBase64);
    return { from, to, fromRoot: root(from), toRoot: root(to), proof };
  };
  return {
    checkpoint: store.latestCheckpoint,
    inclusion: (event) => inclusionIn(event, store.latestCheckpoint()),
    proofText,
    consistency,
    tile: (path) => readTile(store, path, store.latestCheckpoint()?.size ?? 0),
  };
};
