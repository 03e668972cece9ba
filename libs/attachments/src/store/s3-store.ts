import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { CodedError } from '@duban/kernel';
import { placeOf, uploadName, uploadOf } from './address.ts';
import type { AttachmentStore, Bytes, Leftover, Received } from './attachment-store.port.ts';
import type { S3Place } from './s3-place.ts';

const FILES = 'files/';
const UNFINISHED = 'unfinished/';
const PART_BYTES = 8_388_608;
const PARTS_AT_ONCE = 2;
const TRIES = 3;
const CONNECT_MS = 5_000;
const IDLE_MS = 60_000;

const clientOf = ({ endpoint, region, pathStyle, accessKeyId, secretAccessKey }: S3Place): S3Client => {
  const config: S3ClientConfig = {
    region,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: IDLE_MS },
    // Many compatible servers do not know the newer checksums, and every frame carries a tag of its own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === null ? {} : { endpoint }),
  };
  return new S3Client(config);
};

const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (error.name === 'NoSuchKey' || error.name === 'NotFound' || error.$metadata.httpStatusCode === 404);

/** Names no address and no key: both stand in the settings. */
const named = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    const what = cause instanceof Error ? cause.name : 'fault';
    throw new CodedError('attachment.store-unavailable', `the object store of the attachments: ${what}`, {
      cause,
    });
  }
};

/** What the sender's own bytes failed with is not the object store's fault. */
const remembering = (bytes: Bytes) => {
  const seen: { fault: unknown } = { fault: null };
  async function* pass(): Bytes {
    try {
      yield* bytes;
    } catch (error) {
      seen.fault = error;
      throw error;
    }
  }
  return { seen, pass };
};

class Bucket {
  readonly #client: S3Client;
  readonly #name: string;

  constructor(place: S3Place) {
    this.#client = clientOf(place);
    this.#name = place.bucket;
  }

  async upload(key: string, bytes: Bytes): Promise<void> {
    const params = { Bucket: this.#name, Key: key, Body: Readable.from(bytes, { objectMode: false }) };
    await new Upload({
      client: this.#client,
      params,
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      leavePartsOnError: false,
    }).done();
  }

  async mark(key: string): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({ Bucket: this.#name, Key: key, Body: new Uint8Array(), ContentLength: 0 }),
    );
  }

  async copy(from: string, to: string): Promise<void> {
    const source = { CopySource: `${this.#name}/${from}` };
    await this.#client.send(new CopyObjectCommand({ Bucket: this.#name, Key: to, ...source }));
  }

  async remove(...keys: readonly string[]): Promise<void> {
    for (const key of keys)
      await this.#client.send(new DeleteObjectCommand({ Bucket: this.#name, Key: key }));
  }

  async has(key: string): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand({ Bucket: this.#name, Key: key }));
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  async read(key: string): Promise<Bytes | null> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#name, Key: key }));
      return Body instanceof Readable ? (Body as Bytes) : null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async list(prefix: string): Promise<readonly { readonly name: string; readonly changedAt: number }[]> {
    const found: { name: string; changedAt: number }[] = [];
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#name, Prefix: prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', LastModified } of Contents)
        found.push({ name: Key.slice(prefix.length), changedAt: LastModified?.getTime() ?? 0 });
    }
    return found;
  }

  close(): void {
    this.#client.destroy();
  }
}

const fileKey = (address: string): string => FILES + placeOf(address);
const uploadKey = (id: string, address: string | null): string => UNFINISHED + uploadName(id, address);

const received = (bucket: Bucket, id: string): Received => {
  let address: string | null = null;
  const ensure = async (to: string): Promise<'kept' | 'there'> => {
    if (await bucket.has(fileKey(to))) return 'there';
    await bucket.copy(uploadKey(id, null), fileKey(to));
    return 'kept';
  };
  const end = async (): Promise<void> => {
    await bucket.remove(uploadKey(id, null), ...(address === null ? [] : [uploadKey(id, address)]));
  };
  return {
    keep: (asked) =>
      named(async () => {
        placeOf(asked);
        address = asked;
        await bucket.mark(uploadKey(id, asked));
        return ensure(asked);
      }),
    replace: () =>
      named(async () => {
        if (address !== null) await bucket.copy(uploadKey(id, null), fileKey(address));
      }),
    settle: () =>
      named(async () => {
        if (address !== null) await ensure(address);
        await end();
      }),
    discard: () => named(end),
  };
};

/** Bytes and mark of one upload are two objects; the mark knows the address. */
const leftoversIn = async (bucket: Bucket): Promise<readonly Leftover[]> => {
  const byId = new Map<string, Leftover>();
  for (const { name, changedAt } of await bucket.list(UNFINISHED)) {
    const { id, address } = uploadOf(name);
    const known = byId.get(id);
    byId.set(id, {
      id,
      address: address ?? known?.address ?? null,
      changedAt: Math.max(changedAt, known?.changedAt ?? 0),
    });
  }
  return [...byId.values()];
};

/**
 * A bucket of an S3-compatible server: `files/ab/cd/<address>` and `unfinished/`. An upload arrives in parts and is copied into its
 * place, so that no address ever shows half a file.
 */
export const s3Store = (place: S3Place): AttachmentStore => {
  const bucket = new Bucket(place);
  return {
    receive: async (bytes) => {
      const id = randomUUID();
      const { seen, pass } = remembering(bytes);
      try {
        await named(() => bucket.upload(uploadKey(id, null), pass()));
      } catch (error) {
        throw seen.fault ?? error;
      }
      return received(bucket, id);
    },
    open: (address) => named(() => bucket.read(fileKey(address))),
    has: (address) => named(() => bucket.has(fileKey(address))),
    leftovers: () => named(() => leftoversIn(bucket)),
    clear: ({ id, address }, as) =>
      named(async () => {
        if (address !== null && as === 'filed' && !(await bucket.has(fileKey(address))))
          await bucket.copy(uploadKey(id, null), fileKey(address));
        if (address !== null && as === 'unfiled') await bucket.remove(fileKey(address));
        await bucket.remove(uploadKey(id, null), ...(address === null ? [] : [uploadKey(id, address)]));
      }),
    close: () => {
      bucket.close();
    },
  };
};
