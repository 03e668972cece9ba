import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  createSealer,
  ed25519NoteKey,
  ed25519Signer,
  exportLog,
  openSqliteTileStore,
  originOf,
  type HashName,
  type SealedHead,
  type SealGuard,
  type Sealer,
  type TileStore,
} from '@duban/audit-log';
import { formatVerifierKey } from '@duban/audit-tree';
import type { StoredEvent } from '@duban/event-store';
import { fakeReader, type FakeReader } from './fake-log.ts';

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Remembers as the file does, without one. */
export const memoryGuard = (): SealGuard => {
  let head: SealedHead | null = null;
  return {
    read: () => head,
    advance: (next) => {
      head = next;
    },
  };
};

export type SealedLog = {
  readonly events: StoredEvent[];
  readonly reader: FakeReader;
  readonly store: TileStore;
  readonly sealer: Sealer;
  readonly guard: SealGuard;
  readonly origin: string;
  readonly verifierKey: string;
  readonly key: KeyObject;
  readonly hash: HashName;
};

export type SealedLogOptions = {
  readonly key?: KeyObject;
  readonly guard?: SealGuard;
  readonly hash?: HashName;
  readonly store?: TileStore;
};

export const ORIGIN_NAME = 'duban.example/npcsc';

/** An empty log of events with its log of proofs in memory. Push to `events`, then seal. */
export const sealedLog = (options: SealedLogOptions = {}): SealedLog => {
  const { key = newKey(), guard = memoryGuard(), hash = 'sha256' } = options;
  const origin = originOf(ORIGIN_NAME, hash);
  const store = options.store ?? openSqliteTileStore(':memory:', origin, hash);
  const events: StoredEvent[] = [];
  const reader = fakeReader(events);
  const signers = [ed25519Signer(origin, key)];
  const sealer = createSealer({ reader, store, origin, hash, signers, guard, pageSize: 5 });
  const verifierKey = formatVerifierKey(ed25519NoteKey(origin, key));
  return { events, reader, store, sealer, guard, origin, verifierKey, key, hash };
};

/** Adds events in portions of ten and seals after each. */
export const growSealed = async (log: SealedLog, events: readonly StoredEvent[]): Promise<void> => {
  for (let from = 0; from < events.length; from += 10) {
    log.events.push(...events.slice(from, from + 10));
    await log.sealer.seal();
  }
};

/** The bundle as lines without their newlines. */
export const bundleOf = async ({
  reader,
  store,
  origin,
  hash,
  verifierKey,
}: SealedLog): Promise<string[]> => {
  const lines: string[] = [];
  await exportLog(
    reader,
    store,
    { origin, hash, keys: [verifierKey] },
    (line) => void lines.push(line.slice(0, -1)),
  );
  return lines;
};
