import { randomUUID } from 'node:crypto';
import { placeOf } from './address.ts';
import type { AttachmentStore, Bytes, Leftover, Received } from './attachment-store.port.ts';

type Upload = Leftover & { readonly bytes: Uint8Array };

type Memory = { readonly kept: Map<string, Uint8Array>; readonly uploads: Map<string, Upload> };

async function* once(bytes: Uint8Array): Bytes {
  yield bytes;
}

const gathered = async (bytes: Bytes): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
};

const settled = ({ kept, uploads }: Memory, { id, address, bytes }: Upload): void => {
  if (address !== null && !kept.has(address)) kept.set(address, bytes);
  uploads.delete(id);
};

const received = (memory: Memory, bytes: Uint8Array, now: () => number): Received => {
  const { kept, uploads } = memory;
  let upload: Upload = { id: randomUUID(), address: null, changedAt: now(), bytes };
  uploads.set(upload.id, upload);
  return {
    keep: async (address) => {
      placeOf(address);
      upload = { ...upload, address, changedAt: now() };
      uploads.set(upload.id, upload);
      if (kept.has(address)) return 'there';
      kept.set(address, bytes);
      return 'kept';
    },
    replace: async () => {
      if (upload.address !== null) kept.set(upload.address, bytes);
    },
    settle: async () => {
      settled(memory, upload);
    },
    discard: async () => {
      uploads.delete(upload.id);
    },
  };
};

/** The reference: what the port means, without a disk. Keeps nothing beyond its own life. */
export const memoryStore = (now: () => number = Date.now): AttachmentStore => {
  const memory: Memory = { kept: new Map(), uploads: new Map() };
  const { kept, uploads } = memory;
  return {
    receive: async (bytes) => received(memory, await gathered(bytes), now),
    open: async (address) => {
      placeOf(address);
      const bytes = kept.get(address);
      return bytes === undefined ? null : once(bytes);
    },
    has: async (address) => kept.has(address),
    leftovers: async () => [...uploads.values()].map(({ bytes: _bytes, ...leftover }) => leftover),
    clear: async ({ id, address }, as) => {
      const upload = uploads.get(id);
      if (as === 'filed' && upload !== undefined) settled(memory, upload);
      if (as === 'unfiled' && address !== null) kept.delete(address);
      uploads.delete(id);
    },
    close: () => undefined,
  };
};
