import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { samples } from '../content/sample-files.fixture.ts';
import type { AttachmentStore, Bytes } from '../store/attachment-store.port.ts';
import { memoryStore } from '../store/memory-store.ts';
import { attachmentFiles, type AttachmentFiles, type Incoming } from './attachment-files.ts';

const keys = new Map<string, KeyObject>();
const keyring = {
  refresh: () => undefined,
  ringFor: (subjects: readonly string[]) => {
    const k = subjects.join('+');
    const key = keys.get(k) ?? createSecretKey(randomBytes(32));
    keys.set(k, key);
    return { k, key };
  },
  ringOf: (k: string) => {
    const key = keys.get(k);
    return key === undefined ? ('destroyed' as const) : { k, key };
  },
  subjectsOf: (k: string) => k.split('+'),
};

async function* of(...parts: readonly Uint8Array[]): Bytes {
  yield* parts;
}

async function* breakingOff(): Bytes {
  yield samples.pdf;
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

const incoming = (more: Partial<Incoming> = {}): Incoming => ({
  name: '报告.pdf',
  bytes: of(samples.pdf),
  subjects: ['case:c1'],
  limitInBytes: 1_000_000,
  ...more,
});

const read = async (bytes: Bytes): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
};

let store: AttachmentStore;
let files: AttachmentFiles;

beforeEach(() => {
  store = memoryStore();
  files = attachmentFiles(store, keyring);
});

const filed = async (more: Partial<Incoming> = {}) => {
  const upload = await files.receive(incoming(more));
  await upload.keep();
  await upload.settle();
  return upload.facts;
};

describe('a file that comes in', () => {
  it('is described by what it is', async () => {
    const facts = await filed();
    expect(facts).toMatchObject({
      name: '报告.pdf',
      mediaType: 'application/pdf',
      sizeInBytes: samples.pdf.length,
      sha256: `sha256:${createHash('sha256').update(samples.pdf).digest('hex')}`,
      sm3: `sm3:${createHash('sm3').update(samples.pdf).digest('hex')}`,
    });
    expect((await read(await files.open(facts))).equals(samples.pdf)).toBe(true);
  });

  it('lies in the store encrypted, under an address that is no digest of it', async () => {
    const facts = await filed();
    const stored = await read((await store.open(facts.stored)) ?? of());
    expect(stored.includes(samples.pdf.subarray(0, 8))).toBe(false);
    expect(`sha256:${facts.stored}`).not.toBe(facts.sha256);
  });

  it('has one address for the same content under the same keys, another under others', async () => {
    const [once, twice, elsewhere] = [await filed(), await filed(), await filed({ subjects: ['case:c2'] })];
    expect(once.stored).toBe(twice.stored);
    expect(once.stored).not.toBe(elsewhere.stored);
  });

  it.each([
    ['is empty', { bytes: of() }, 'attachment.empty'],
    ['breaks off', { bytes: breakingOff() }, 'attachment.cut-off'],
    ['is another kind', { bytes: of(samples.exe) }, 'attachment.type-refused'],
    ['has no name', { name: '' }, 'attachment.name-refused'],
    ['is larger than allowed', { limitInBytes: samples.pdf.length - 1 }, 'attachment.too-large'],
  ])('is refused when it %s, and leaves nothing', async (_what, more, code) => {
    await expect(files.receive(incoming(more))).rejects.toMatchObject({ code });
    expect(await store.leftovers()).toEqual([]);
  });

  it('may be exactly as large as allowed', async () => {
    expect(await filed({ limitInBytes: samples.pdf.length })).toMatchObject({ mediaType: 'application/pdf' });
  });
});

describe('a stored file', () => {
  it('that is gone is missing', async () => {
    const facts = await filed();
    const opening = files.open({ ...facts, stored: '0'.repeat(64) });
    await expect(opening).rejects.toMatchObject({ code: 'attachment.missing' });
  });

  it('that is another, though whole, is damaged', async () => {
    const facts = await filed();
    const other = await filed({
      bytes: of(Buffer.from(samples.pdf.toString('latin1').replace('1.7', '1.6'), 'latin1')),
    });
    const exchanged = await files.open({ ...facts, stored: other.stored });
    await expect(read(exchanged)).rejects.toMatchObject({ code: 'attachment.damaged' });
  });

  it('that is damaged is mended by whoever files it again', async () => {
    const facts = await filed();
    const harm = await store.receive(of(Buffer.from('nonsense')));
    await harm.keep(facts.stored);
    await harm.replace();
    await harm.settle();
    await expect(files.open(facts).then(read)).rejects.toMatchObject({ code: 'attachment.damaged' });
    expect((await filed()).stored).toBe(facts.stored);
    expect((await read(await files.open(facts))).equals(samples.pdf)).toBe(true);
  });

  it('goes with any of the people it belongs to', async () => {
    const facts = await filed({ subjects: ['case:c1', 'person:a'] });
    keys.delete('case:c1+person:a');
    await expect(files.open(facts).then(read)).rejects.toMatchObject({ code: 'attachment.erased' });
  });
});
