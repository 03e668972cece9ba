import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CLI, ended, root, start, type Environment, type Ran } from '../e2e/duban.ts';
import { startWitness, type WitnessChild } from '../e2e/witness-child.ts';
import { inherited } from '../setup/inherited.ts';

/** The server as people start it, killed, with older files put back below it. */
jest.setTimeout(240_000);

/** Built by `npm test`: the sources of the server hold what Node cannot strip. */
const MAIN = join(root, 'apps/api/dist/main.js');
const LOG = ['log.sqlite', 'log.sqlite-wal', 'log.sqlite-shm'];
const SEALED_WITHIN_MS = 60_000;
/** Asking without a rest would take the time from who is asked. */
const REST_MS = 25;

type Server = {
  readonly ready: () => Promise<{ status: number; codes: readonly string[]; sealed: number }>;
  readonly write: (key: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly get: (path: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
};

let dir = '';
let env: Environment = {};
let running: Server | null = null;
let witness: WitnessChild | null = null;

const settingsIn = (folder: string): Environment => ({
  DUBAN_DATA: join(folder, 'data'),
  DUBAN_LOG_LEVEL: 'silent',
  PORT: '0',
});

let toldOnce = '';

/** A folder in which the demo was told once: each test begins with a copy. */
beforeAll(async () => {
  toldOnce = await mkdtemp(join(tmpdir(), 'duban-told-'));
  env = settingsIn(toldOnce);
  await (await serve()).kill('SIGTERM');
  running = null;
});
afterAll(() => rm(toldOnce, { recursive: true, force: true }));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duban-older-'));
  env = settingsIn(dir);
  await cp(join(toldOnce, 'data'), join(dir, 'data'), { recursive: true });
});
afterEach(async () => {
  await running?.kill();
  witness?.process.kill('SIGKILL');
  [running, witness] = [null, null];
  await rm(dir, { recursive: true, force: true });
});

const addressIn = async (child: ChildProcessWithoutNullStreams): Promise<string> => {
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
  for await (const piece of child.stdout.setEncoding('utf8')) {
    text += String(piece);
    const found = /listens on (?<address>\S+)\n/.exec(text)?.groups?.['address'];
    if (found !== undefined) return found;
  }
  throw new Error(`the server did not start: ${text}`);
};

const serve = async (more: Environment = {}): Promise<Server> => {
  const child = spawn(process.execPath, [MAIN], { env: { ...inherited, ...env, ...more } });
  const gone = once(child, 'exit');
  const address = await addressIn(child);
  child.stdout.resume();
  const personas = (await (await fetch(`${address}/demo/personas`)).json()) as {
    items: { id: string; token: string }[];
  };
  const tokenOf = (id: string) => personas.items.find((one) => one.id === `person:demo-${id}`)?.token ?? '';
  const ask = async (path: string, as: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${tokenOf(as)}`, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${address}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  running = {
    ready: async () => {
      const response = await fetch(`${address}/health/ready`);
      const { reasons, sealed } = (await response.json()) as { reasons: { code: string }[]; sealed: number };
      return { status: response.status, codes: reasons.map(({ code }) => code), sealed };
    },
    write: (key) =>
      ask(`/v1/organs/older-${key}/commands/register-organ`, 'sysadmin', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ data: { kind: 'bureau', name: `测试机关 ${key}`, since: '2019-01-01' } }),
      }),
    get: (path) => ask(path, 'so'),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await gone;
    },
  };
  return running;
};

const keep = (name: string): Promise<void> =>
  cp(env['DUBAN_DATA'] ?? '', join(dir, name), { recursive: true });

const putBack = async (name: string, parts: readonly string[]): Promise<void> => {
  const data = env['DUBAN_DATA'] ?? '';
  for (const part of parts) {
    await rm(join(data, part), { recursive: true, force: true });
    await cp(join(dir, name, part), join(data, part), { recursive: true }).catch(() => undefined);
  }
};

const duban = (args: readonly string[], more: Environment = {}): Promise<Ran> =>
  ended(start(CLI, args, { ...env, ...more }));

const sealedTo = async (server: Server, size: number): Promise<number> => {
  const until = performance.now() + SEALED_WITHIN_MS;
  for (;;) {
    const { sealed } = await server.ready();
    if (sealed >= size) return sealed;
    if (performance.now() > until)
      throw new Error(`${String(sealed)} records are sealed, not ${String(size)}`);
    await rest(REST_MS);
  }
};

/** A read model that is being built is another matter. */
const stopsIn = ({ codes }: { readonly codes: readonly string[] }): readonly string[] =>
  codes.filter((code) => /^(?:log|audit)\./.test(code));

const answered = async (server: Server, path: string): Promise<void> => {
  const until = performance.now() + SEALED_WITHIN_MS;
  while ((await server.get(path)).status !== 200) {
    if (performance.now() > until) throw new Error(`${path} is not answered`);
    await rest(REST_MS);
  }
};

/** A first day, a copy of everything, a second day that is sealed and read, and a kill. */
const twoDays = async (more: Environment = {}): Promise<{ readonly lost: string }> => {
  const first = await serve(more);
  expect((await first.write('first')).status).toBe(200);
  await first.kill('SIGTERM');
  await keep('day-1');
  const second = await serve(more);
  const before = (await second.ready()).sealed;
  const { status, body } = await second.write('second');
  expect(status).toBe(200);
  await sealedTo(second, before + 1);
  await answered(second, `/v1/board?limit=1&after=${String(body['position'])}`);
  await second.kill();
  return { lost: String(body['position']) };
};

describe('a log that is older than what was sealed and read', () => {
  it('takes nothing, is read on, and goes on in an epoch of its own after the loss was accepted', async () => {
    const { lost } = await twoDays();
    await putBack('day-1', LOG);

    const older = await serve();
    expect(await older.write('third')).toMatchObject({
      status: 503,
      body: { code: 'log-unavailable', reason: 'log.older-than-reader' },
    });
    expect(await older.ready()).toMatchObject({
      status: 503,
      codes: expect.arrayContaining(['log.older-than-reader']),
    });
    // Made anew from what the log says.
    await answered(older, '/v1/board?limit=1');
    await older.kill('SIGTERM');

    const told = await duban(['recover', '--lang', 'en', '--output', 'json']);
    expect([told.code, JSON.parse(told.out)]).toMatchObject([
      8,
      {
        code: 'log.older-than-reader',
        epoch: 2,
        // Whatever the clock noted on the second day is lost beside it.
        sealedLost: expect.any(Number),
        streamsCut: expect.arrayContaining(['organ-older-second']),
        began: null,
      },
    ]);
    expect((await duban(['recover', '--accept-loss'])).code).toBe(2);
    const accepted = await duban([
      'recover',
      '--accept-loss',
      '--basis',
      '督办〔2026〕9号',
      '--output',
      'json',
    ]);
    expect(accepted.code).toBe(0);
    const { began } = JSON.parse(accepted.out) as { began: string };
    expect(began > lost).toBe(true);

    const anew = await serve();
    const written = await anew.write('third');
    expect(written.status).toBe(200);
    expect(String(written.body['position']) > began).toBe(true);
    expect(stopsIn(await anew.ready())).toEqual([]);
    expect((await anew.write('second')).status).toBe(200);
    await anew.kill('SIGTERM');
    expect((await duban(['recover'])).code).toBe(0);
  });

  it('takes nothing where only the read models have seen further, and not at the start after next either', async () => {
    await twoDays();
    await putBack('day-1', [...LOG, 'audit', 'keys']);
    for (const key of ['third', 'fourth']) {
      const older = await serve();
      expect(await older.write(key)).toMatchObject({
        status: 503,
        body: { reason: 'log.older-than-reader' },
      });
      await older.kill('SIGTERM');
    }
  });

  it('takes nothing where everything was put back, and a witness has cosigned more', async () => {
    const first = await serve();
    // Its key stands in the folder once something was signed with it.
    await sealedTo(first, 1);
    await first.kill('SIGTERM');
    const data = env['DUBAN_DATA'] ?? '';
    const key = (await readFile(join(data, 'audit/verifier-keys.txt'), 'utf8')).trim();
    witness = await startWitness(dir, key);
    const witnessed = { DUBAN_WITNESSES: witness.entry };
    await twoDays(witnessed);
    // What the witness has cosigned by then, it says at the next start.
    const again = await serve(witnessed);
    await again.kill('SIGTERM');
    await putBack('day-1', ['']);
    const older = await serve(witnessed);
    expect(await older.write('third')).toMatchObject({
      status: 503,
      body: { reason: 'log.older-than-reader' },
    });
    expect((await older.ready()).status).toBe(503);
  });

  it('is an ordinary one where nothing was put back', async () => {
    await twoDays();
    const same = await serve();
    expect((await same.write('third')).status).toBe(200);
    expect(stopsIn(await same.ready())).toEqual([]);
    await same.kill('SIGTERM');
    const { code, err } = await duban(['recover', '--accept-loss', '--basis', 'x', '--lang', 'en']);
    expect([code, err]).toEqual([3, expect.stringContaining('Nothing is lost')]);
  });
});
