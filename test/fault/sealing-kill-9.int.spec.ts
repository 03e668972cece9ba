import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { auditOptionsOf, openAuditLog } from '@duban/audit-log';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { dataFolder, type DataFolder } from '../e2e/duban.ts';
import { describeWith } from '../setup/describe-with.ts';
import { inherited } from '../setup/inherited.ts';

jest.setTimeout(300_000);

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const missing = existsSync(MAIN) ? undefined : 'it runs what is built: `npm run build` first';
const ROUNDS = 3;
const CASES = 12;

let data: DataFolder;
let server: ChildProcess;

const startServer = async (): Promise<string> => {
  const env = { ...inherited, PORT: '0', DUBAN_LOG_LEVEL: 'silent', ...data.env };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  for await (const line of createInterface(child.stdout)) {
    const [, address] = /listens on (http:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the server did not start');
};

const endServer = async (signal: NodeJS.Signals): Promise<void> => {
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
};

const tokenOf = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/demo/personas`);
  const { items } = (await answer.json()) as { items: { role: string; token: string }[] };
  return items.find(({ role }) => role === 'supervision-office')?.token ?? '';
};

const openCases = async (address: string, token: string, round: number): Promise<void> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let n = 0; n < CASES; n += 1) {
    const caseId = `KILL-${String(round)}-${String(n)}`;
    const body = JSON.stringify({ data: { ...walk[0]?.data, caseNo: caseId } });
    const url = `${address}/v1/cases/${caseId}/commands/open-case`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201);
  }
  expect((await fetch(`${address}/v1/board`, { headers })).status).toBe(200);
};

const sizes = async (): Promise<{ readonly stored: number; readonly signed: number }> => {
  const place = { dataDir: data.env.DUBAN_DATA, tenant: 'cq', logHash: 'sha256', profile: 'demo' } as const;
  const log = openAuditLog(auditOptionsOf(place, 'events'));
  const signed = log.store.latestCheckpoint()?.size ?? 0;
  log.close();
  return { stored: (await data.events()).length, signed };
};

beforeAll(async () => {
  data = await dataFolder();
});
afterAll(async () => {
  server.kill('SIGKILL');
  await data.remove();
});

describeWith(missing, 'a server that is killed between an append and its checkpoint', () => {
  it('seals on from where it was when it starts again, and the whole log verifies', async () => {
    let unsealed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const address = await startServer();
      await openCases(address, await tokenOf(address), round);
      await endServer('SIGKILL');
      const { stored, signed } = await sizes();
      unsealed += stored - signed;
    }
    // The kill comes right behind the last answer, and a checkpoint takes its time: something was caught without one.
    expect(unsealed).toBeGreaterThan(0);
    await startServer();
    await endServer('SIGTERM');
    const { stored, signed } = await sizes();
    expect(signed).toBe(stored);
    const bundle = join(data.dir, 'log.jsonl');
    expect((await data.duban(['export', 'log', '--out', bundle])).code).toBe(0);
    const key = join(data.env.DUBAN_DATA, 'audit/verifier-keys.txt');
    const { code, out } = await data.duban(['verify', bundle, '--key', key, '--output', 'json']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { result: 'good', checked: { records: stored } }]);
    const reads = join(data.dir, 'reads.jsonl');
    expect((await data.duban(['export', 'log', '--reads', '--out', reads])).code).toBe(0);
    const readsKey = join(data.env.DUBAN_DATA, 'audit/reads-verifier-keys.txt');
    expect((await data.duban(['verify', reads, '--key', readsKey])).code).toBe(0);
    const last = (await readFile(bundle, 'utf8')).trimEnd().split('\n').at(-1);
    expect(last).toBe(`{"end":{"size":${String(stored)}}}`);
  });
});
