import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { witnessServer, type WitnessAnswer } from '@duban/audit-log';

const LARGEST = 65_536;

const listening = async (witness: (body: string) => Promise<WitnessAnswer>) => {
  const server = witnessServer(witness).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { server, ask, post: (path: string, body: string) => ask(path, { method: 'POST', body }) };
};

const repeating = async (body: string): Promise<WitnessAnswer> =>
  Promise.resolve({ status: 409, contentType: 'text/x.tlog.size', body });

it('hands the body to the witness and its answer back, below any prefix', async () => {
  const { server, post } = await listening(repeating);
  for (const path of ['/add-checkpoint', '/a/b/add-checkpoint']) {
    const answer = await post(path, 'old 0\n\n督办\n');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      409,
      'text/x.tlog.size',
      'old 0\n\n督办\n',
    ]);
  }
  server.close();
});

it('knows one path and one method', async () => {
  const { server, ask, post } = await listening(repeating);
  for (const path of [
    '/',
    '/add-checkpoints',
    '/add-checkpoint?x=1',
    '/x?/add-checkpoint',
    '/xadd-checkpoint',
  ]) {
    expect([path, (await post(path, '')).status]).toEqual([path, 404]);
  }
  const got = await ask('/add-checkpoint');
  expect([got.status, got.headers.get('connection'), await got.text()]).toEqual([405, 'close', '']);
  server.close();
});

it('reads no more than any request needs', async () => {
  const { server, post } = await listening(repeating);
  expect(await (await post('/add-checkpoint', 'x'.repeat(LARGEST))).text()).toHaveLength(LARGEST);
  expect((await post('/add-checkpoint', 'x'.repeat(LARGEST + 1))).status).toBe(413);
  server.close();
});

it('cosigns nothing when the witness fails, and says so to whoever runs it', async () => {
  const { server, post } = await listening(() => Promise.reject(new Error('disk full')));
  const warnings: unknown[] = [];
  const { emitWarning } = process;
  process.emitWarning = (...told: unknown[]) => void warnings.push(told);
  const answer = await post('/add-checkpoint', 'x');
  process.emitWarning = emitWarning;
  expect([answer.status, await answer.text()]).toEqual([500, '']);
  expect(warnings).toEqual([['the witness failed: Error: disk full', { code: 'WITNESS_FAILED' }]]);
  server.close();
});

it('gives up on a client that does not finish its request', async () => {
  const { server } = await listening(repeating);
  expect(server.requestTimeout).toBe(10_000);
  server.close();
});
