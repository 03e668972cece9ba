import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { openLineOutput } from './line-output.ts';

type Taken = (error?: Error) => void;

/** A reader who takes a line when the test says so. */
const reader = () => {
  const waiting: Taken[] = [];
  const stream = new Writable({ write: (_chunk, _encoding, taken) => void waiting.push(taken) });
  return { stream, take: (error?: Error) => waiting.shift()?.(error) };
};

it('waits for its reader, line by line', async () => {
  const { stream, take } = reader();
  const output = openLineOutput(stream);
  const order: string[] = [];
  const first = output.write('1\n').then(() => order.push('written'));
  await new Promise(setImmediate);
  order.push('taken');
  take();
  await first;
  expect(order).toEqual(['taken', 'written']);
});

it.each([
  ['EPIPE', true],
  ['ENOSPC', false],
])('knows on %s whether its reader has gone: %j', async (code, isGone) => {
  const { stream, take } = reader();
  const output = openLineOutput(stream);
  const writing = output.write('1\n');
  take(Object.assign(new Error(code), { code }));
  await expect(writing).rejects.toMatchObject({ code });
  expect(output.isGone()).toBe(isGone);
});

it('gives up on a line that nobody takes, and only on such a one', async () => {
  const output = openLineOutput(reader().stream);
  const writing = output.write('1\n');
  expect(output.isStuck()).toBe(false);
  output.giveUpIn(1);
  await expect(writing).rejects.toMatchObject({ code: 'internal' });
  expect(output.isStuck()).toBe(true);
});
