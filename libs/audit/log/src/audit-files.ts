import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { originOf, type HashName } from './hash-name.ts';

/** Which log it is: that of the events, or that of who read what. Each has a tree and a guard. */
export type AuditSubject = 'events' | 'reads';

export type AuditPlace = {
  readonly dataDir: string;
  readonly tenant: string;
  readonly hash: HashName;
  readonly subject: AuditSubject;
  /**
   * Where several processes keep a log of reads each: whose it is, for its name and its key. Otherwise one key signs both
   * logs.
   */
  readonly instance?: string | null;
  /** Which tree of the log of events: a log that lost its tail begins another one, under another name. Absent: the first. */
  readonly epoch?: number;
};

/** Where everything about the proofs of one log lies below the data folder. */
export type AuditFiles = {
  readonly tiles: string;
  /** The log of reads itself, which lies beside its proofs. */
  readonly reads: string;
  /** Public halves of every key that ever signed here, one a line, oldest first. */
  readonly verifierKeys: string;
  /** Held by whoever seals. */
  readonly lock: string;
  readonly key: string;
  /** Optional: a second signature line where it exists. */
  readonly sm2Key: string;
  /** The largest head ever signed, beside the key. */
  readonly guard: string;
};

/** Names of files begin with this; the log of events came first and has the plain names. */
const PREFIX: Readonly<Record<AuditSubject, string>> = { events: '', reads: 'reads-' };

const FIRST_EPOCH = 1;

/** And end with this; what an earlier epoch sealed stays beside it, as evidence. */
const endOf = (epoch: number): string => (epoch === FIRST_EPOCH ? '' : `-${String(epoch)}`);

export const auditFiles = ({
  dataDir,
  subject,
  instance = null,
  epoch = FIRST_EPOCH,
}: AuditPlace): AuditFiles => {
  const [audit, keys] = [join(dataDir, 'audit'), join(dataDir, 'keys')];
  const [prefix, end] = [PREFIX[subject], endOf(epoch)];
  const key = subject === 'reads' && instance !== null ? 'reads' : 'log';
  return {
    reads: join(audit, 'reads.sqlite'),
    tiles: join(audit, `${prefix}tiles${end}.sqlite`),
    verifierKeys: join(audit, `${prefix}verifier-keys${end}.txt`),
    lock: join(audit, `${prefix}sealing.lock`),
    key: join(keys, `${key}-ed25519.pem`),
    sm2Key: join(keys, `${key}-sm2.hex`),
    guard: join(keys, `${subject === 'events' ? 'log' : 'reads'}-ed25519${end}.head`),
  };
};

/** The newest epoch whose records were sealed here; null: none were. */
export const newestEpoch = (dataDir: string): number | null => {
  const folder = join(dataDir, 'audit');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const epochs = names.flatMap((name) => {
    const found = /^tiles(?:-(?<epoch>\d+))?\.sqlite$/.exec(name);
    return found === null ? [] : [Number(found.groups?.['epoch'] ?? FIRST_EPOCH)];
  });
  return epochs.length === 0 ? null : Math.max(...epochs);
};

/**
 * `duban/cq/sha256`, `duban/cq/epoch-2/sha256`, `duban/cq/reads/sha256`, `duban/cq/reads/api-1/sha256`. Escaped, because a key name holds neither
 * spaces nor a plus sign.
 */
export const auditOrigin = ({
  tenant,
  hash,
  subject,
  instance = null,
  epoch = FIRST_EPOCH,
}: AuditPlace): string => {
  const name = `duban/${encodeURIComponent(tenant)}`;
  if (subject === 'events')
    return originOf(epoch === FIRST_EPOCH ? name : `${name}/epoch-${String(epoch)}`, hash);
  return originOf([name, subject, ...(instance === null ? [] : [instance])].join('/'), hash);
};
