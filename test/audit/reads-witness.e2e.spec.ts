import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@duban/testing';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { CLI, ended, start } from '../e2e/duban.ts';
import { startWitness, type WitnessChild } from '../e2e/witness-child.ts';

let dir: string;
let data: string;
let http: HttpOffice;
let witness: WitnessChild;
let settings: Readonly<Record<string, string>> = {};

const readsKey = async (): Promise<string> =>
  (await readFile(join(data, 'audit/reads-verifier-keys.txt'), 'utf8')).trim();

const openServer = async (): Promise<void> => {
  http = await openHttpOffice({}, { DUBAN_DATA: data, ...settings });
};

const readSomething = async (): Promise<void> => {
  expect((await http.ask('so', '/v1/board')).status).toBe(200);
};

const exported = (file: string, more: Readonly<Record<string, string>> = settings) =>
  ended(
    start(CLI, ['export', 'log', '--reads', '--out', file, '--lang', 'en'], { DUBAN_DATA: data, ...more }),
  );

const verified = async (file: string): Promise<number | null> =>
  (await ended(start(CLI, ['verify', file, '--key', await readsKey(), '--witness', witness.verifierKey], {})))
    .code;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duban-reads-witness-'));
  data = join(dir, 'data');
  await openServer();
  await readSomething();
  await until(async () => readsKey().then(Boolean, () => false));
  await http.stop();
  witness = await startWitness(dir, await readsKey());
  settings = { DUBAN_READS_WITNESSES: witness.entry };
});
afterAll(async () => {
  witness.process.kill('SIGKILL');
  await http.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the log of who read what has witnesses of its own', () => {
  it('the server asks them, so that nothing has to be asked any more when it is exported', async () => {
    await openServer();
    await readSomething();
    const file = join(dir, 'reads.jsonl');
    // Without the setting the export asks nobody: what is cosigned in it, the server has seen to.
    await until(async () => (await exported(file, {})).code === 0 && (await verified(file)) === 0);
    expect(http.office.audit.reports().map(({ witnessFault }) => witnessFault)).toEqual([null, null]);
    await http.stop();
    await cp(data, join(dir, 'old'), { recursive: true });
  });

  it('the export asks them as well', async () => {
    await openServer();
    await readSomething();
    await http.stop();
    const file = join(dir, 'grown.jsonl');
    const { code, err } = await exported(file);
    expect([code, err, await verified(file)]).toEqual([0, '', 0]);
  });

  it('reads that were taken back with all their proofs are refused', async () => {
    await rm(data, { recursive: true });
    await cp(join(dir, 'old'), data, { recursive: true });
    const { code, err } = await exported(join(dir, 'rolled-back.jsonl'));
    expect([code, err]).toEqual([8, expect.stringContaining('audit.rolled-back')]);
  });
});
