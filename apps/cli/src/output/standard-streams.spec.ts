import { PassThrough, Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { watchStreams } from './standard-streams.ts';

const failing = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(`${code}: write`), { code }));
    },
  });

/** Not `once`, which rejects with the very error that is looked at. */
const closed = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    stream.on('close', resolve);
  });

it.each([
  ['EPIPE', false],
  ['ECONNRESET', false],
  ['ENOSPC', true],
])('a standard output that ends with %s has failed: %s', async (code, failed) => {
  const [stdout, stderr] = [failing(code), new PassThrough()];
  let told = 0;
  const streams = watchStreams({ stdout, stderr }, () => (told += 1));
  stdout.write('x');
  await closed(stdout);
  expect([streams.hasFailed(), told]).toEqual([failed, failed ? 1 : 0]);
  expect(String(stderr.read() ?? '')).toContain(failed ? 'ENOSPC' : '');
});

it('a standard error that nobody reads harms nothing', async () => {
  const stderr = failing('EPIPE');
  const streams = watchStreams({ stdout: new PassThrough(), stderr });
  stderr.write('x');
  await closed(stderr);
  expect(streams.hasFailed()).toBe(false);
});
