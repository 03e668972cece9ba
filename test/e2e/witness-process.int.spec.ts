import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { storedEvents } from '../audit/fake-log.ts';
import { CLI, ended, start, type Ran } from './duban.ts';
import { appendSealed, sealedFolder, type SealedFolder } from './sealed-folder.ts';
import { startWitness, witnessArgs, type WitnessChild } from './witness-child.ts';

/** Two offices as two processes: one keeps the log, the other its heads. */
jest.setTimeout(120_000);

let data: SealedFolder;
let witness: WitnessChild;
let bundle = '';

const restartWitness = async (): Promise<void> => {
  witness = await startWitness(data.dir, await data.verifierKey());
};

const stopWitness = async (): Promise<number | null> => {
  witness.process.kill('SIGTERM');
  const [code] = (await once(witness.process, 'exit')) as [number | null];
  return code;
};

const exported = (): Promise<Ran> =>
  data.duban(['export', 'log', '--out', bundle, '--lang', 'en'], {
    DUBAN_WITNESSES: witness.entry,
  });

const verified = async (): Promise<number | null> => {
  const keys = ['--key', await data.verifierKey(), '--witness', witness.verifierKey];
  return (await data.duban(['verify', bundle, ...keys])).code;
};

beforeAll(async () => {
  data = await sealedFolder();
  bundle = join(data.dir, 'log.jsonl');
  await appendSealed(data.folder, storedEvents(0, 20));
  await data.keep('old');
  await restartWitness();
});
afterAll(async () => {
  witness.process.kill('SIGKILL');
  await data.remove();
});

describe('duban witness', () => {
  it('cosigns what the log sends it, and keeps its key for itself', async () => {
    const { code, err } = await exported();
    expect([code, err]).toEqual([0, '']);
    expect(await verified()).toBe(0);
    expect((await stat(join(data.dir, 'witness.pem'))).mode & 0o777).toBe(0o600);
  });

  it('cosigns what grew from there, also after it was started anew', async () => {
    expect(await stopWitness()).toBe(0);
    await restartWitness();
    await appendSealed(data.folder, storedEvents(20, 30));
    await data.keep('good');
    expect([(await exported()).err, await verified()]).toEqual(['', 0]);
  });

  it('lets no second process at its heads', async () => {
    const second = await ended(start(CLI, witnessArgs(data.dir, await data.verifierKey())));
    expect([second.code, second.err]).toEqual([5, expect.stringContaining('witness')]);
  });

  it('refuses a log that was rolled back with all its files, and the export without it is no longer good', async () => {
    await data.putBack('old');
    const { code, err } = await exported();
    expect([code, err]).toEqual([8, expect.stringContaining('audit.rolled-back')]);
    await data.putBack('good');
  });

  it('refuses a fork, whoever signed it', async () => {
    await data.putBack('old');
    await appendSealed(data.folder, storedEvents(20, 40, 'forge'));
    const { code, err } = await exported();
    expect([code, err]).toEqual([8, expect.stringContaining('audit.fork')]);
    expect(await verified()).toBe(2);
  });

  it('that does not answer holds up nothing and is told of', async () => {
    await data.putBack('good');
    await stopWitness();
    const { code, err } = await exported();
    expect([code, err]).toEqual([0, expect.stringContaining('audit.witness-unreachable')]);
  });
});
