import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { askTimestamp, type TimestampParts } from './timestamp-client.ts';
import type { SealedCheckpoint } from './tile-store.port.ts';

// What an authority answers well is tested with OpenSSL's own in test/audit; here, what goes out and what is refused.
const TEXT = 'log\n3\nAAAA\n';
const checkpoint: SealedCheckpoint = { size: 3, root: new Uint8Array(32), note: `${TEXT}\n— log AAAAAAA=\n` };
const URL_OF_TSA = 'http://tsa.example:99/stamp';

const asking = (
  send: NonNullable<TimestampParts['send']>,
  head: SealedCheckpoint | null = checkpoint,
  isStamped = false,
) => {
  const kept: number[] = [];
  const store = {
    latestCheckpoint: () => head,
    hasTimestamp: (size: number) => isStamped && size === 3,
    addTimestamp: (size: number) => void kept.push(size),
  };
  return { kept, done: askTimestamp(URL_OF_TSA, { store, send }) };
};
const answering =
  (bytes: readonly number[], status = 200) =>
  () =>
    Promise.resolve(new Response(Uint8Array.from(bytes), { status }));

describe('a question to a time-stamp authority', () => {
  it('is over the text of the checkpoint alone, wants the certificate, and is never the same twice', async () => {
    const bodies: string[] = [];
    const send: NonNullable<TimestampParts['send']> = (url, body) => {
      expect(url).toBe(URL_OF_TSA);
      bodies.push(Buffer.from(body).toString('hex'));
      return Promise.reject(new Error('down'));
    };
    for (let turn = 0; turn < 2; turn += 1)
      await expect(asking(send).done).rejects.toMatchObject({ code: 'audit.tsa-unreachable' });
    for (const body of bodies) {
      // Version 1, SHA-256 and the imprint, an INTEGER of eight bytes that is positive, certReq TRUE.
      expect(body).toMatch(
        new RegExp(`^30..020101.*0609608648016503040201.*0420${hash('sha256', TEXT)}0208[0-7].{15}0101ff$`),
      );
    }
    expect(bodies[0]).not.toBe(bodies[1]);
  });

  it('is not put without a checkpoint, nor where there is a stamp', async () => {
    const never = () => Promise.reject(new Error('asked'));
    await asking(never, null).done;
    await asking(never, checkpoint, true).done;
    await expect(asking(never, { ...checkpoint, size: 4 }, true).done).rejects.toMatchObject({
      code: 'audit.tsa-unreachable',
    });
  });
});

describe('an authority', () => {
  it('that cannot be reached is named, with the cause', async () => {
    const cause = new Error('down');
    await expect(asking(() => Promise.reject(cause)).done).rejects.toMatchObject({
      ...{ code: 'audit.tsa-unreachable', message: 'audit.tsa-unreachable: tsa.example:99', cause },
    });
    await expect(asking(answering([], 500)).done).rejects.toMatchObject({
      ...{
        code: 'audit.tsa-unreachable',
        message: 'audit.tsa-unreachable: tsa.example:99 does not answer as one',
      },
    });
  });

  it.each<[string, number[], RegExp]>([
    ['answers nothing', [], /grants nothing$/],
    ['answers with text', [...Buffer.from('<html>')], /grants nothing$/],
    ['rejects', [0x30, 5, 0x30, 3, 2, 1, 2], /grants nothing$/],
    ['has a status that is no number', [0x30, 5, 0x30, 3, 4, 1, 0], /grants nothing$/],
    ['grants without a token', [0x30, 5, 0x30, 3, 2, 1, 0], /gave no token$/],
    ['grants with changes and without a token', [0x30, 5, 0x30, 3, 2, 1, 1], /gave no token$/],
    ['gives something else for a token', [0x30, 7, 0x30, 3, 2, 1, 0, 5, 0], /answered with something else$/],
  ])('that %s is refused, and nothing is kept', async (_how, bytes, why) => {
    const { kept, done } = asking(answering(bytes));
    await expect(done).rejects.toMatchObject({
      code: 'audit.tsa-refused',
      message: expect.stringMatching(
        new RegExp(`^audit.tsa-refused: the time-stamp authority ${why.source}`),
      ),
    });
    expect(kept).toEqual([]);
  });
});
