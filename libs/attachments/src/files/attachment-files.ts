import { createHash, createHmac, hkdfSync, type KeyObject } from 'node:crypto';
import { CodedError } from '@duban/kernel';
import type { Keyring } from '@duban/privacy';
import { contentCheck } from '../content/content-check.ts';
import { fileNameOf } from '../content/file-name.ts';
import { opened, sealed } from '../seal/sealed-stream.ts';
import type { AttachmentStore, Bytes, Received } from '../store/attachment-store.port.ts';
import { sweepUploads, type Swept, type SweepOptions } from '../store/sweep.ts';

export type Incoming = {
  /** As the sender called it. */
  readonly name: string;
  readonly bytes: Bytes;
  /** Whose keys it needs: `case:<id>`, and every `person:<id>` that it is by or about. */
  readonly subjects: readonly string[];
  readonly limitInBytes: number;
};

/** What was found out about a file while it came in. */
export type FileFacts = {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeInBytes: number;
  /** `sha256:<hex>` */
  readonly sha256: string;
  /** `sm3:<hex>` */
  readonly sm3: string;
  readonly stored: string;
};

export type Upload = {
  readonly facts: FileFacts;
  /** Before the event: from here on the bytes are found under `facts.stored`. */
  readonly keep: () => Promise<void>;
  /** After the event. */
  readonly settle: () => Promise<void>;
  /** Instead of `keep`. */
  readonly discard: () => Promise<void>;
};

export type StoredFile = Pick<FileFacts, 'stored' | 'sizeInBytes' | 'sha256'>;

/** The files of cases: encrypted before they reach a store, checked whenever they leave it. */
export type AttachmentFiles = {
  /**
   * @throws CodedError `attachment.empty`, `attachment.cut-off`, `attachment.too-large`, `attachment.type-refused`, `attachment.name-refused`, and those of the
   * store; nothing is left of such an upload
   */
  readonly receive: (incoming: Incoming) => Promise<Upload>;
  /**
   * The content. No byte of a damaged frame leaves, and the last frame only once the digest of the whole is right.
   * @throws CodedError `attachment.missing`, and while it is read `attachment.damaged`, `attachment.erased`
   */
  readonly open: (file: StoredFile) => Promise<Bytes>;
  readonly has: (stored: string) => Promise<boolean>;
  readonly sweep: (options: SweepOptions) => Promise<Swept>;
  readonly close: () => void;
};

const KEY_BYTES = 32;

/**
 * The same content under the same keys has the same address, so it is kept once. Without the keys an address says nothing: it is
 * no digest by which somebody could test guesses.
 */
const addressOf = (ring: KeyObject, sha256: string, sm3: string): string => {
  const key = Buffer.from(hkdfSync('sha256', ring, '', 'duban/attachment-address/1', KEY_BYTES));
  return createHmac('sha256', key).update(`${sha256}\n${sm3}`).digest('hex');
};

const digesting = () => {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
  let sizeInBytes = 0;
  return {
    look: (piece: Uint8Array): number => {
      sha256.update(piece);
      sm3.update(piece);
      sizeInBytes += piece.length;
      return sizeInBytes;
    },
    end: () => ({
      sizeInBytes,
      sha256: `sha256:${sha256.digest('hex')}`,
      sm3: `sm3:${sm3.digest('hex')}`,
    }),
  };
};

const tooLarge = (limitInBytes: number): CodedError =>
  new CodedError('attachment.too-large', `the file is larger than ${String(limitInBytes)} bytes`);

/** A connection that broke is no fault of the store. */
const fromSender = async (source: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> => {
  try {
    return await source.next();
  } catch (cause) {
    throw new CodedError('attachment.cut-off', 'the sender broke off', { cause });
  }
};

async function* watched(bytes: Bytes, limitInBytes: number, look: (piece: Uint8Array) => number): Bytes {
  const source = bytes[Symbol.asyncIterator]();
  try {
    for (let next = await fromSender(source); next.done !== true; next = await fromSender(source)) {
      if (look(next.value) > limitInBytes) throw tooLarge(limitInBytes);
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}

/** Passes on what is right and holds the last piece back until all of it is. */
async function* proven(bytes: Bytes, { sizeInBytes, sha256 }: StoredFile): Bytes {
  const digests = digesting();
  let held: Uint8Array | null = null;
  for await (const piece of bytes) {
    if (held !== null) yield held;
    digests.look(piece);
    held = piece;
  }
  const found = digests.end();
  if (found.sizeInBytes !== sizeInBytes || found.sha256 !== sha256)
    throw new CodedError(
      'attachment.damaged',
      'the stored file is not the one that was filed; restore it from a backup',
    );
  if (held !== null) yield held;
}

const judge = async (
  received: Received,
  checks: { readonly extension: string; readonly check: ReturnType<typeof contentCheck> },
  sizeInBytes: number,
): Promise<string> => {
  const mediaType = sizeInBytes === 0 ? null : await checks.check.mediaType(checks.extension);
  if (mediaType !== null) return mediaType;
  await received.discard();
  if (sizeInBytes === 0) throw new CodedError('attachment.empty', 'the file is empty');
  throw new CodedError('attachment.type-refused', `the content is no .${checks.extension} that is taken`);
};

/** Reads all of it for its faults alone. */
const isSound = async (bytes: Bytes): Promise<boolean> => {
  try {
    const reading = bytes[Symbol.asyncIterator]();
    while ((await reading.next()).done !== true);
    return true;
  } catch {
    return false;
  }
};

type Parts = { readonly store: AttachmentStore; readonly keyring: Keyring };

const opening = async ({ store, keyring }: Parts, file: StoredFile): Promise<Bytes> => {
  const bytes = await store.open(file.stored);
  if (bytes === null)
    throw new CodedError('attachment.missing', 'the store has no such file; restore it from a backup');
  keyring.refresh();
  return proven(opened(keyring, bytes), file);
};

const uploadOf = (parts: Parts, received: Received, facts: FileFacts): Upload => ({
  facts,
  keep: async () => {
    // Whoever files a damaged file again mends it.
    const found = await received.keep(facts.stored);
    if (found === 'there' && !(await isSound(await opening(parts, facts)))) await received.replace();
  },
  settle: received.settle,
  discard: received.discard,
});

const receiving = async (parts: Parts, incoming: Incoming): Promise<Upload> => {
  const { name: asked, bytes, subjects, limitInBytes } = incoming;
  const named = fileNameOf(asked);
  if (named === null)
    throw new CodedError('attachment.name-refused', 'the name holds nothing usable, or no extension');
  parts.keyring.refresh();
  const ring = parts.keyring.ringFor(subjects);
  const check = contentCheck();
  const digests = digesting();
  const look = (piece: Uint8Array): number => {
    check.look(piece);
    return digests.look(piece);
  };
  const received = await parts.store.receive(sealed(ring, watched(bytes, limitInBytes, look)));
  const found = digests.end();
  const mediaType = await judge(received, { extension: named.extension, check }, found.sizeInBytes);
  const stored = addressOf(ring.key, found.sha256, found.sm3);
  return uploadOf(parts, received, { name: named.name, mediaType, ...found, stored });
};

/** Encrypts, names, checks: everything about files that is the same for every store. */
export const attachmentFiles = (store: AttachmentStore, keyring: Keyring): AttachmentFiles => {
  const parts = { store, keyring };
  return {
    receive: (incoming) => receiving(parts, incoming),
    open: (file) => opening(parts, file),
    has: store.has,
    sweep: (options) => sweepUploads(store, options),
    close: store.close,
  };
};
