import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { access, link, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeOf, uploadName, uploadOf } from './address.ts';
import type { AttachmentStore, Bytes, Leftover, Received } from './attachment-store.port.ts';
import { asStoreFault, codeOf } from './store-fault.ts';

/** Only for whoever runs the server; the content is encrypted besides. */
const FILE_MODE = 0o600;
const DIR_MODE = 0o700;

/** A name is durable when its folder is. */
const syncDir = async (dir: string): Promise<void> => {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeAll = async (handle: FileHandle, bytes: Bytes): Promise<void> => {
  for await (const piece of bytes) {
    let at = 0;
    while (at < piece.length) at += (await handle.write(piece, at)).bytesWritten;
  }
  await handle.sync();
};

/** Makes a folder and syncs the names of all that were missing above it. */
const makeDir = async (dir: string): Promise<void> => {
  const first = await mkdir(dir, { recursive: true, mode: DIR_MODE });
  if (first === undefined) return;
  for (let at = dir; at.length >= first.length; at = dirname(at)) await syncDir(dirname(at));
};

const isThere = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

type Places = { readonly files: string; readonly unfinished: string };

/** A second name for the same bytes: it appears whole or not at all, and never over another. */
const linkInPlace = async (from: string, { files }: Places, address: string): Promise<'kept' | 'there'> => {
  const to = join(files, placeOf(address));
  await makeDir(dirname(to));
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'there';
    throw error;
  }
  await syncDir(dirname(to));
  return 'kept';
};

const received = (places: Places, id: string): Received => {
  let address: string | null = null;
  const file = (): string => join(places.unfinished, uploadName(id, address));
  return {
    keep: (asked) =>
      asStoreFault(async () => {
        placeOf(asked);
        const before = file();
        address = asked;
        await rename(before, file());
        await syncDir(places.unfinished);
        return linkInPlace(file(), places, asked);
      }),
    replace: () =>
      asStoreFault(async () => {
        if (address === null) return;
        const beside = join(places.unfinished, uploadName(`${id}-again`, address));
        const to = join(places.files, placeOf(address));
        await link(file(), beside);
        await rename(beside, to);
        await syncDir(dirname(to));
      }),
    settle: () =>
      asStoreFault(async () => {
        if (address !== null) await linkInPlace(file(), places, address);
        await rm(file(), { force: true });
      }),
    discard: () => asStoreFault(() => rm(file(), { force: true })),
  };
};

const leftoversIn = async ({ unfinished }: Places): Promise<readonly Leftover[]> => {
  const found: Leftover[] = [];
  for (const name of await readdir(unfinished)) {
    const { ctimeMs } = await stat(join(unfinished, name)).catch(() => ({ ctimeMs: Number.NaN }));
    if (!Number.isNaN(ctimeMs)) found.push({ ...uploadOf(name), changedAt: ctimeMs });
  }
  return found;
};

async function* readFaultsNamed(file: string): Bytes {
  try {
    for await (const piece of createReadStream(file)) yield piece as Uint8Array;
  } catch (error) {
    await asStoreFault(() => Promise.reject(error as Error));
  }
}

/**
 * Files under a folder: `files/ab/cd/<address>`, and `unfinished/` for what is on its way. A file and its name are synced before
 * `keep` returns.
 * @throws CodedError `attachment.store-unavailable` where the folder cannot be made
 */
export const diskStore = (dir: string): AttachmentStore => {
  const places = { files: join(dir, 'files'), unfinished: join(dir, 'unfinished') };
  for (const each of Object.values(places)) mkdirSync(each, { recursive: true, mode: DIR_MODE });
  return {
    receive: (bytes) =>
      asStoreFault(async () => {
        const id = randomUUID();
        const file = join(places.unfinished, id);
        const handle = await open(file, 'wx', FILE_MODE);
        try {
          await writeAll(handle, bytes);
        } catch (error) {
          await rm(file, { force: true });
          throw error;
        } finally {
          await handle.close();
        }
        return received(places, id);
      }),
    open: (address) =>
      asStoreFault(async () => {
        const file = join(places.files, placeOf(address));
        return (await isThere(file)) ? readFaultsNamed(file) : null;
      }),
    has: (address) => asStoreFault(() => isThere(join(places.files, placeOf(address)))),
    leftovers: () => asStoreFault(() => leftoversIn(places)),
    clear: ({ id, address }, as) =>
      asStoreFault(async () => {
        const file = join(places.unfinished, uploadName(id, address));
        if (address !== null && as === 'filed') await linkInPlace(file, places, address);
        if (address !== null && as === 'unfiled')
          await rm(join(places.files, placeOf(address)), { force: true });
        await rm(file, { force: true });
      }),
    close: () => undefined,
  };
};
