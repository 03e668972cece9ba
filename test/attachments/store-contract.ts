import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sweepUploads, type AttachmentStore, type Bytes } from '@duban/attachments';

/** Opens the same place again and again, as processes after one another would. */
export type StorePlace = { readonly open: () => AttachmentStore | Promise<AttachmentStore> };

const address = (): string => randomBytes(32).toString('hex');

export async function* pieces(...parts: readonly Uint8Array[]): Bytes {
  yield* parts;
}

export const textOf = async (bytes: Bytes | null): Promise<string | null> => {
  if (bytes === null) return null;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
};

const words = (text: string): Bytes => pieces(Buffer.from(text, 'latin1'));

async function* breakingOff(): Bytes {
  yield Buffer.from('half');
  throw new Error('the sender is gone');
}

const ALL = { before: Number.POSITIVE_INFINITY };
const MEBIBYTE = 1_048_576;

/** Every promise of the port, for every store alike. `place` is a fresh one per test. */
export const describeAttachmentStore = (name: string, place: () => StorePlace): void => {
  describe(`attachment store: ${name}`, () => {
    it('gives back what was kept, byte for byte, to whoever opens the place later', async () => {
      const { open } = place();
      const at = address();
      const content = randomBytes(9 * MEBIBYTE + 17);
      const first = await open();
      const upload = await first.receive(pieces(content.subarray(0, 5), content.subarray(5)));
      expect(await upload.keep(at)).toBe('kept');
      await upload.settle();
      first.close();
      const second = await open();
      expect(await second.has(at)).toBe(true);
      expect((await textOf(await second.open(at))) === content.toString('latin1')).toBe(true);
      second.close();
    });

    it('shows nothing under an address before it is kept', async () => {
      const store = await place().open();
      const at = address();
      const upload = await store.receive(words('a'));
      expect([await store.has(at), await store.open(at)]).toEqual([false, null]);
      await upload.discard();
      expect(await store.leftovers()).toEqual([]);
      store.close();
    });

    it('keeps the first of two with one address, and replaces it only when told', async () => {
      const store = await place().open();
      const at = address();
      const [first, second] = [await store.receive(words('first')), await store.receive(words('second'))];
      expect([await first.keep(at), await second.keep(at)]).toEqual(['kept', 'there']);
      expect(await textOf(await store.open(at))).toBe('first');
      await second.replace();
      expect(await textOf(await store.open(at))).toBe('second');
      await first.settle();
      await second.settle();
      expect(await textOf(await store.open(at))).toBe('second');
      expect(await store.leftovers()).toEqual([]);
      store.close();
    });

    it('ends up with one file when the same is kept by many at once', async () => {
      const store = await place().open();
      const at = address();
      const uploads = await Promise.all(Array.from({ length: 8 }, () => store.receive(words('same'))));
      const kept = await Promise.all(uploads.map((upload) => upload.keep(at)));
      expect(kept).toContain('kept');
      await Promise.all(uploads.map((upload) => upload.settle()));
      expect([await textOf(await store.open(at)), await store.leftovers()]).toEqual(['same', []]);
      store.close();
    });

    it('keeps nothing of bytes that end with an error, and passes the error on', async () => {
      const store = await place().open();
      await expect(store.receive(breakingOff())).rejects.toThrow('the sender is gone');
      expect(await store.leftovers()).toEqual([]);
      store.close();
    });

    it('finds what was cut off, and ends it as the log says', async () => {
      const { open } = place();
      const before = await open();
      const [filed, unfiled] = [address(), address()];
      await before.receive(words('never kept'));
      await (await before.receive(words('filed'))).keep(filed);
      await (await before.receive(words('refused'))).keep(unfiled);
      before.close();

      const store = await open();
      const found = (await store.leftovers()).map((leftover) => leftover.address);
      expect(new Set(found)).toEqual(new Set([null, filed, unfiled]));
      const isFiled = async (at: string): Promise<boolean> => at === filed;
      expect(await sweepUploads(store, { before: 0, isFiled })).toEqual({ settled: 0, removed: 0 });
      expect(await sweepUploads(store, { ...ALL, isFiled })).toEqual({ settled: 1, removed: 2 });
      expect([await store.has(filed), await store.has(unfiled)]).toEqual([true, false]);
      expect(await sweepUploads(store, { ...ALL, isFiled })).toEqual({ settled: 0, removed: 0 });
      store.close();
    });

    it('settles an upload though somebody swept its file away', async () => {
      const store = await place().open();
      const at = address();
      const [late, gone] = [await store.receive(words('same')), await store.receive(words('same'))];
      await gone.keep(at);
      await late.keep(at);
      const [leftover] = (await store.leftovers()).filter((each) => each.address === at);
      if (leftover !== undefined) await store.clear({ ...leftover, id: 'another' }, 'unfiled');
      expect(await store.has(at)).toBe(false);
      await late.settle();
      expect(await textOf(await store.open(at))).toBe('same');
      store.close();
    });

    it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
      'takes no address that is none: %p',
      async (wrong) => {
        const store = await place().open();
        const upload = await store.receive(words('x'));
        await expect(upload.keep(wrong)).rejects.toMatchObject({ code: 'attachment.bad-address' });
        await expect(store.open(wrong)).rejects.toMatchObject({ code: 'attachment.bad-address' });
        await upload.discard();
        store.close();
      },
    );
  });
};
