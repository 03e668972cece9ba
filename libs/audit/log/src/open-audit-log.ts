import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@duban/kernel';
import { openProcessLock } from '@duban/sqlite';
import type { EventReader } from '@duban/event-store';
import {
  auditFiles,
  auditOrigin,
  type AuditFiles,
  type AuditPlace,
  type AuditSubject,
} from './audit-files.ts';
import { adoptRecorded } from './adopt-recorded.ts';
import { checkSealed, checkSealedStream, type SealedState } from './check-sealed.ts';
import { exportLog, type ExportedLog, type LineWriter } from './export-log.ts';
import type { HashName } from './hash-name.ts';
import { loadLogSigners } from './log-signers.ts';
import { createProofService, type ProofService } from './proof-service.ts';
import { fileSealGuard } from './seal-guard.ts';
import { pinnedKeysFile } from './pinned-keys.ts';
import { createSealer, followLog, refuseForks, type Sealer } from './sealer.ts';
import { openSqliteTileStore } from './sqlite-tile-store.ts';
import type { SealedCheckpoint, TileStore } from './tile-store.port.ts';
import { readVerifierKeys, rememberVerifierKeys } from './verifier-key-list.ts';

/** The log as it is stored: personal text still encrypted. Sealing what was decrypted would prove something else. */
export type RawLog = Pick<EventReader, 'readLog' | 'readStream' | 'head'>;

/**
 * What a process does for a log. `alone`: it signs whatever comes, nobody else does. Where several processes share a log,
 * heads are written down in it: a `follower` takes them over and never signs; the `signer` does that too, and signs
 * when it is told to.
 */
export type SealingPart = 'alone' | 'signer' | 'follower';

export type AuditOptions = AuditPlace & {
  /** Absent: `alone`. */
  readonly part?: SealingPart;
  /** Only the demo makes a key by itself; elsewhere a missing one is a fault, not a wish for a new one. */
  readonly createKey: boolean;
};

/** Settings of an installation, as far as proofs depend on them. */
export type AuditSettings = {
  readonly dataDir: string;
  readonly tenant: string;
  readonly logHash: HashName;
  readonly profile: string;
  readonly instance?: string | null;
};

/** Whoever is to sign the log of events of a cluster says so itself; every other process follows. */
export const auditOptionsOf = (
  { dataDir, tenant, logHash, profile, instance = null }: AuditSettings,
  subject: AuditSubject,
  epoch = 1,
): AuditOptions => ({
  ...{ dataDir, tenant, hash: logHash, subject, instance, createKey: profile === 'demo' },
  part: profile === 'cluster' && subject === 'events' ? 'follower' : 'alone',
  ...(epoch === 1 ? {} : { epoch }),
});

/** The proofs of one log, wired the same way for the server and for the command line. */
export type AuditLog = {
  readonly origin: string;
  readonly hash: HashName;
  readonly store: TileStore;
  readonly proofs: ProofService;
  /** Empty until the first checkpoint. */
  readonly verifierKeys: () => readonly string[];
  /**
   * Seals up to the head; `busy` while another thread or process does. A follower takes over what others have sealed.
   * @throws CodedError of the sealer, of the key, or of {@link adoptRecorded}
   */
  readonly trySeal: (reader: RawLog) => Promise<SealedCheckpoint | null | 'busy'>;
  /** All that sealing does, but without signing: what would keep it from signing is thrown already. */
  readonly tryPrepare: (reader: RawLog) => Promise<SealedCheckpoint | null | 'busy'>;
  /** Sealing with patience. @throws CodedError also `audit.sealing-busy` */
  readonly seal: (reader: RawLog) => Promise<SealedCheckpoint | null>;
  /** Writes what is sealed: see {@link exportLog}. */
  readonly export: (reader: RawLog, write: LineWriter) => Promise<ExportedLog>;
  /** Holds the log against what was sealed and signed here. Signs nothing. @throws CodedError `audit.rolled-back`, `audit.fork` */
  readonly check: (reader: RawLog) => Promise<SealedState>;
  /** The same for one stream: the record of the first event that is another. */
  readonly checkStream: (reader: RawLog, stream: string) => Promise<number | null>;
  readonly close: () => void;
};

const PATIENCE_MS = 30_000;
const STEP_MS = 25;

const folders = ({ tiles, key }: AuditFiles): void => {
  mkdirSync(dirname(tiles), { recursive: true });
  mkdirSync(dirname(key), { recursive: true, mode: 0o700 });
};

/** What others would not believe is better not signed. */
const refuseUnknown = (path: string, keys: readonly string[]): void => {
  const known = readVerifierKeys(path);
  if (keys.every((key) => known.includes(key))) return;
  throw new CodedError(
    'audit.key-unknown',
    'the heads in the log are signed by another key than the one here, and every worker needs the same one; where it ' +
      `was changed on purpose, add its verifier key to ${path} here and on every other process`,
  );
};

const sealerOf = (options: AuditOptions, store: TileStore, reader: RawLog): Sealer => {
  const [files, origin] = [auditFiles(options), auditOrigin(options)];
  const { signers, verifierKeys } = loadLogSigners(files, origin, options.createKey);
  if (options.part === 'signer' && store.adoptedRevision() !== null) {
    refuseUnknown(files.verifierKeys, verifierKeys);
  }
  rememberVerifierKeys(files.verifierKeys, verifierKeys);
  const guard = fileSealGuard(files.guard);
  const { hash, epoch = 1 } = options;
  return createSealer({ reader, store, origin, hash, epoch, signers, guard });
};

const patiently = async <Answer>(attempt: () => Promise<Answer | 'busy'>): Promise<Answer> => {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const answer = await attempt();
    if (answer !== 'busy') return answer;
    await sleep(STEP_MS);
  }
  throw new CodedError('audit.sealing-busy', 'another process has been sealing for half a minute; try again');
};

/**
 * Opens the proofs that lie below the data folder. Nothing is sealed and no key is read before the first call that
 * needs it, so that whoever only serves proofs needs no key.
 * @throws CodedError `audit.other-log`
 */
export const openAuditLog = (options: AuditOptions): AuditLog => {
  const [files, origin] = [auditFiles(options), auditOrigin(options)];
  const { hash, part = 'alone', epoch = 1 } = options;
  folders(files);
  const store = openSqliteTileStore(files.tiles, origin, hash);
  const lock = openProcessLock(files.lock);
  const keys = pinnedKeysFile(files.verifierKeys);
  const verifierKeys = keys.read;
  const follow = async (reader: RawLog): Promise<SealedCheckpoint | null> => {
    await followLog({ reader, store, hash, epoch });
    await adoptRecorded({ reader, store, origin, hash, keys });
    return store.latestCheckpoint();
  };
  // The key is made, read and used under the lock: two first starts at once must not make two keys.
  const seal = async (reader: RawLog): Promise<SealedCheckpoint | null> => {
    // Nothing is signed beside a head that contradicts it.
    const taken = part === 'alone' ? null : await follow(reader);
    return part === 'follower' ? taken : sealerOf(options, store, reader).seal();
  };
  const prepare = async (reader: RawLog): Promise<SealedCheckpoint | null> => {
    const taken = await follow(reader);
    if (part !== 'follower') sealerOf(options, store, reader).check();
    return taken;
  };
  const trySeal: AuditLog['trySeal'] = (reader) => lock.hold(() => seal(reader));
  return {
    ...{ origin, hash, store, verifierKeys, trySeal },
    tryPrepare: (reader) => lock.hold(() => prepare(reader)),
    proofs: createProofService(store, hash),
    seal: (reader) => patiently(() => trySeal(reader)),
    export: (reader, write) => exportLog(reader, store, { origin, hash, keys: verifierKeys() }, write),
    check: (reader) => {
      refuseForks(store, fileSealGuard(files.guard), hash);
      return checkSealed(reader, store, hash);
    },
    checkStream: (reader, stream) => checkSealedStream(reader, store, { stream, hash }),
    close: () => {
      lock.close();
      store.close();
    },
  };
};
