import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bytes } from '../store/attachment-store.port.ts';
import { opened, sealed, type Ring } from './sealed-stream.ts';

const FRAME = 65_536;
const TAG = 16;
const ring: Ring = { k: 'k1+k2', key: createSecretKey(randomBytes(32)) };
const keyring = { ringOf: (k: string) => (k === ring.k ? ring : ('destroyed' as const)) };

async function* of(...parts: readonly Uint8Array[]): Bytes {
  yield* parts;
}

const whole = async (bytes: Bytes): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
};

const seal = (content: Buffer): Promise<Buffer> => whole(sealed(ring, of(content)));
const open = (bytes: Uint8Array): Promise<Buffer> => whole(opened(keyring, of(bytes)));

const HEAD = 8 + 2 + ring.k.length + 32;
const frameAt = (index: number): number => HEAD + index * (FRAME + TAG);

describe('a sealed stream', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME])('opens to its %i bytes again', async (size) => {
    const content = randomBytes(size);
    const bytes = await seal(content);
    expect((await open(bytes)).equals(content)).toBe(true);
  });

  // Not of one byte: that chance puts anywhere.
  it.each([FRAME - 1, FRAME, FRAME + 1, 3 * FRAME])(
    'shows nothing of the %i bytes it holds',
    async (size) => {
      const content = randomBytes(size);
      expect((await seal(content)).includes(content.subarray(0, 16))).toBe(false);
    },
  );

  it('does not care how it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 * FRAME + 50 }),
        fc.array(fc.integer({ min: 1, max: 70_000 }), { maxLength: 6 }),
        async (size, cuts) => {
          const content = randomBytes(size);
          const split = (all: Buffer): Bytes => {
            const ends = [...new Set(cuts.map((cut) => cut % (all.length + 1)))].sort((a, b) => a - b);
            return of(...[0, ...ends].map((from, at) => all.subarray(from, ends[at])));
          };
          const bytes = await whole(sealed(ring, split(content)));
          expect((await whole(opened(keyring, split(bytes)))).equals(content)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is never the same twice', async () => {
    const content = Buffer.from('the same');
    expect((await seal(content)).equals(await seal(content))).toBe(false);
  });

  it('is unreadable once a key was destroyed', async () => {
    const bytes = await whole(sealed({ ...ring, k: 'gone' }, of(Buffer.from('x'))));
    await expect(open(bytes)).rejects.toMatchObject({ code: 'attachment.erased' });
  });
});

describe('what was done to it is seen', () => {
  const content = randomBytes(3 * FRAME + 100);
  const frames = (bytes: Buffer): Buffer[] =>
    [0, 1, 2, 3].map((index) => bytes.subarray(frameAt(index), frameAt(index + 1)));

  const harms: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['cut off within a frame', (bytes) => bytes.subarray(0, -1)],
    ['cut off between frames', (bytes) => bytes.subarray(0, frameAt(3))],
    ['cut off within the head', (bytes) => bytes.subarray(0, 20)],
    ['emptied', () => Buffer.alloc(0)],
    ['longer by a byte', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
    [
      'with two frames exchanged',
      (bytes) => {
        const [a, b, c, d] = frames(bytes) as [Buffer, Buffer, Buffer, Buffer];
        return Buffer.concat([bytes.subarray(0, HEAD), b, a, c, d]);
      },
    ],
    ['with a frame doubled', (bytes) => Buffer.concat([bytes.subarray(0, frameAt(1)), bytes.subarray(HEAD)])],
    [
      'with a frame left out',
      (bytes) => Buffer.concat([bytes.subarray(0, HEAD), bytes.subarray(frameAt(1))]),
    ],
    ['with the end of another', () => Buffer.alloc(0)],
  ];

  it.each(harms)('%s', async (what, harm) => {
    const bytes = await seal(content);
    const other = await seal(content);
    const harmed = what.startsWith('with the end')
      ? Buffer.concat([bytes.subarray(0, frameAt(2)), other.subarray(frameAt(2))])
      : harm(bytes);
    await expect(open(harmed)).rejects.toMatchObject({ code: 'attachment.damaged' });
  });

  it('any single bit, anywhere but in the name of the keys', async () => {
    const bytes = await seal(randomBytes(300));
    const to = 10 + ring.k.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        // Another name asks for other keys; a length that is wrong moves the name.
        fc.pre(at < 8 || at >= to);
        const harmed = Buffer.from(bytes);
        harmed[at] = (harmed[at] ?? 0) ^ (1 << bit);
        await expect(open(harmed)).rejects.toMatchObject({ code: 'attachment.damaged' });
      }),
      { numRuns: 200 },
    );
  });

  it('before a byte of the damaged frame has left', async () => {
    const bytes = await seal(content);
    bytes[frameAt(1) + 5] = (bytes[frameAt(1) + 5] ?? 0) ^ 1;
    let left = 0;
    const reading = (async () => {
      for await (const piece of opened(keyring, of(bytes))) left += piece.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'attachment.damaged' });
    expect(left).toBe(FRAME);
  });
});
