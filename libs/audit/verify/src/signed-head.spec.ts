import { describe, expect, it } from '@jest/globals';
import type { PinnedKey } from './pinned-key.ts';
import type { Primitives } from './primitives.port.ts';
import { checkSignatures, readSignedHead, type SignedHead } from './signed-head.ts';

const base64 = (...bytes: number[]): string => Buffer.from(bytes).toString('base64');
const ROOT = Buffer.alloc(32, 3).toString('base64');
const line = (name: string, ...bytes: number[]): string => `— ${name} ${base64(...bytes)}\n`;
const LOG_LINE = line('log', 1, 2, 3, 4, 9);
const TEXT = `log\n17\n${ROOT}\n`;
const NOTE = `${TEXT}\n${LOG_LINE}`;

describe('a signed checkpoint', () => {
  it('is taken apart', () => {
    const head = readSignedHead(`${NOTE}${line('w', 0, 0, 0, 0xab, 8, 7)}`);
    expect(head).toMatchObject({ text: TEXT, origin: 'log', size: 17 });
    expect([...(head?.root ?? [])]).toEqual(Array(32).fill(3));
    expect(head?.signatures.map(({ name, id, bytes }) => [name, id, [...bytes]])).toEqual([
      ['log', '01020304', [9]],
      ['w', '000000ab', [8, 7]],
    ]);
  });

  it('may cover nothing', () => {
    expect(readSignedHead(NOTE.replace('\n17\n', '\n0\n'))?.size).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['no signature part', TEXT],
    ['no text', `\n\n${LOG_LINE}`],
    ['no origin', NOTE.replace('log\n', '\n')],
    ['no size', NOTE.replace('\n17', '')],
    ['a size that is no number', NOTE.replace('17', '1x')],
    ['a size with something in front', NOTE.replace('17', 'x17')],
    ['a size with a zero in front', NOTE.replace('17', '017')],
    ['a negative size', NOTE.replace('17', '-1')],
    ['a size that would be rounded', NOTE.replace('17', '9007199254740993')],
    ['a root of another length', NOTE.replace(ROOT, Buffer.alloc(31).toString('base64'))],
    ['a root that is not base64', NOTE.replace(ROOT, `!${ROOT}`)],
    ['a further line behind the root', NOTE.replace(`${ROOT}\n`, `${ROOT}\nmore\n`)],
    ['no newline at its end', NOTE.slice(0, -1)],
    ['a line that is no signature', `${NOTE}signed\n`],
    ['a signature with text in front', NOTE.replace('—', 'x—')],
    ['a signature with text behind', NOTE.replace(/\n$/, ' x\n')],
    ['a signature by a name with a plus', NOTE.replace('— log', '— l+g')],
    ['a signature that is not base64', NOTE.replace(/\n$/, '!\n')],
    ['a signature of nothing but the id', NOTE.replace(LOG_LINE, line('log', 1, 2, 3, 4))],
  ])('is none with %s', (_what, note) => {
    expect(readSignedHead(note)).toBeNull();
  });
});

type Asked = { by: string; message: string; bytes: number[] };

/** Believes what begins with 1, and remembers what it was asked. */
const primitives = () => {
  const asked: Asked[] = [];
  const verify = (by: string) => (_key: Uint8Array, message: string, bytes: Uint8Array) => {
    asked.push({ by, message, bytes: [...bytes] });
    return bytes[0] === 1;
  };
  const by: Primitives = {
    digest: () => new Uint8Array(32),
    hexDigest: () => '',
    verifyEd25519: (...all) => Promise.resolve(verify('ed25519')(...all)),
    verifySm2: verify('sm2'),
  };
  return { by, asked };
};

const key = (name: string, kind: PinnedKey['kind'], id = '00000000'): PinnedKey => {
  return { name, id, kind, publicKey: new Uint8Array(32) };
};
const headWith = (...lines: string[]): SignedHead => {
  const head = readSignedHead(`${TEXT}\n${lines.join('')}`);
  if (head === null) throw new RangeError('no head');
  return head;
};
const ID = [0, 0, 0, 0];

describe('the signatures of a checkpoint', () => {
  it('count where a pinned key made them, each key once', async () => {
    const [log, sm2] = [key('log', 'ed25519'), key('log', 'sm2', '00000001')];
    const head = headWith(line('log', ...ID, 1), line('log', ...ID, 1), line('log', 0, 0, 0, 1, 1));
    expect(await checkSignatures(head, [sm2, log], primitives().by)).toEqual({
      valid: [log, sm2],
      wrong: [],
    });
  });

  it('are passed over where no pinned key has their name and id', async () => {
    const { by, asked } = primitives();
    const head = headWith(line('log', 0, 0, 0, 1, 1), line('other', ...ID, 1));
    expect(await checkSignatures(head, [key('log', 'ed25519')], by)).toEqual({ valid: [], wrong: [] });
    expect(asked).toEqual([]);
  });

  it('are wrong where a pinned key did not make them', async () => {
    const [log, sm2] = [key('log', 'ed25519'), key('log', 'sm2', '00000001')];
    const head = headWith(line('log', ...ID, 2), line('log', 0, 0, 0, 1, 2));
    expect(await checkSignatures(head, [log, sm2], primitives().by)).toEqual({
      valid: [],
      wrong: [log, sm2],
    });
  });

  it('of a log are over the text, each by its own algorithm', async () => {
    const { by, asked } = primitives();
    const head = headWith(line('a', ...ID, 1, 5), line('b', ...ID, 1, 6));
    await checkSignatures(head, [key('a', 'ed25519'), key('b', 'sm2')], by);
    expect(asked).toEqual([
      { by: 'ed25519', message: TEXT, bytes: [1, 5] },
      { by: 'sm2', message: TEXT, bytes: [1, 6] },
    ]);
  });

  it('of a witness are over the time, too, and have one length', async () => {
    const { by, asked } = primitives();
    const time = [0, 0, 0, 0, 0x65, 0x53, 0xf1, 0];
    const signature = [1, ...Array<number>(63).fill(4)];
    const witness = key('w', 'cosignature');
    const head = headWith(line('w', ...ID, ...time, ...signature));
    expect((await checkSignatures(head, [witness], by)).valid).toEqual([witness]);
    const message = `cosignature/v1\ntime 1700000000\n${TEXT}`;
    expect(asked).toEqual([{ by: 'ed25519', message, bytes: signature }]);
    for (const bytes of [[...time, ...signature, 1], [...time, ...signature.slice(1)], [1]]) {
      const other = headWith(line('w', ...ID, ...bytes));
      expect((await checkSignatures(other, [witness], by)).wrong).toEqual([witness]);
    }
    expect(asked).toHaveLength(1);
  });
});
