import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CLI, ended, sample, start, type Ran } from '../e2e/duban.ts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ask } from './ask.ts';
import { startCluster, type Cluster } from './cluster.ts';

jest.setTimeout(120_000);

let cluster: Cluster;

/** On a machine of its own, as far as its folder says. */
const duban = (...args: readonly string[]): Promise<Ran> =>
  ended(start(CLI, [...args, '--output', 'json'], cluster.settings('desk')));

const IMPORT = ['import', sample('register.xlsx'), '--mapping', sample('register.json')];

const importedCase = async (): Promise<string> => {
  const [first] = (await cluster.log(['ItemImported'])).map(({ stream }) => stream.slice('case-'.length));
  if (first === undefined) throw new Error('nothing was imported');
  return first;
};

describeWith(buildMissing(), 'the command line beside a cluster', () => {
  beforeAll(async () => {
    cluster = await startCluster(Date.now());
  });
  afterAll(() => cluster.stop());

  it('tries an import dry, and imports, once', async () => {
    expect(await duban(...IMPORT, '--dry-run')).toMatchObject({ code: 0 });
    expect(await cluster.log(['ItemImported'])).toEqual([]);
    const { code, out } = await duban(...IMPORT);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ imported: 7, refused: 2 })]);
    expect(JSON.parse((await duban(...IMPORT)).out)).toMatchObject({ imported: 0, unchanged: 7 });
    expect(await cluster.log(['ItemImported'])).toHaveLength(7);
  });

  it('shows what every process shows', async () => {
    const caseId = await importedCase();
    const { code, out } = await duban('replay', caseId);
    const told = JSON.parse(out) as { readonly revision: number };
    const token = cluster.identity.token('so');
    for (const api of cluster.apis) {
      const { status, headers } = await ask(api, { token, path: `/v1/cases/${caseId}` });
      expect([code, status]).toEqual([0, 200]);
      expect(headers['etag']).toMatch(new RegExp(`^"${String(told.revision)}-[0-9a-f]{12}"$`));
    }
  });

  it('builds read models of its own, and finds the installation well', async () => {
    expect(await duban('rebuild')).toMatchObject({ code: 0 });
    const { code, out } = await duban('doctor');
    const { findings } = JSON.parse(out) as {
      readonly findings: readonly { readonly check: string; readonly light: string }[];
    };
    const bad = findings.filter(
      ({ check, light }) => ['log', 'read-models'].includes(check) && light !== 'ok',
    );
    expect([code, bad]).toEqual([0, []]);
  });

  it('exports the proofs from the folder of a process, and finds them good', async () => {
    const file = join(cluster.folder, 'log.jsonl');
    const path = '/v1/audit/checkpoint';
    const asked = { token: cluster.identity.token('auditor'), path };
    while ((await ask(cluster.apis[0], asked)).status !== 200) await sleep(50);
    const exported = await ended(start(CLI, ['export', 'log', '--out', file], cluster.settings('api-1')));
    expect([exported.code, exported.err]).toEqual([0, expect.any(String)]);
    const { body } = await ask(cluster.apis[1], { ...asked, path: '/v1/audit/key' });
    const { code, out } = await duban('verify', file, '--key', String(body['text']).trimEnd());
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ result: 'good' })]);
  });

  it('erases a person everywhere', async () => {
    const { code } = await duban('erase', 'person:dp-1', '--basis', 'PIPL 47', '--requested-by', 'person');
    expect(code).toBe(0);
    expect(await cluster.log(['PersonalDataErased'])).toHaveLength(1);
  });
});
