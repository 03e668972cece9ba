import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inherited } from '../../../../test/setup/inherited.ts';

/** What `npm start` runs; `npm test` has built it. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const SLOWEST_START_MS = 120_000;
const LONGEST_STOP_MS = 5_000;

let folder: string;

const start = (settings: Readonly<Record<string, string>>): ChildProcess => {
  const env = { ...inherited, DUBAN_DATA: folder, DUBAN_LOG_LEVEL: 'error', ...settings };
  return spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
};

/** Everything it says until the text occurs, or until it ends. */
const said = (child: ChildProcess, until?: string): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (until !== undefined && text.includes(until)) resolve(text);
      });
    }
    child.once('close', () => {
      resolve(text);
    });
  });

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });

const occupied = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a start that cannot succeed', () => {
  it(
    'lists every fault of the settings',
    async () => {
      const child = start({ PORT: 'x', DUBAN_HOST: '0.0.0.0' });
      const [text, code] = await Promise.all([said(child), exitOf(child)]);
      expect(text).toMatch(/PORT is "x".*\n.*DUBAN_HOST|DUBAN_HOST.*\n.*PORT is "x"/s);
      expect(text).not.toContain('    at ');
      expect(code).toBe(2);
    },
    SLOWEST_START_MS,
  );

  it(
    'says that another program has the port',
    async () => {
      const server = await occupied();
      const { port } = server.address() as AddressInfo;
      const child = start({ PORT: String(port) });
      const [text, code] = await Promise.all([said(child), exitOf(child)]);
      expect(text).toContain('another program listens there already');
      expect(text).not.toContain('    at ');
      expect(code).toBe(7);
      server.close();
    },
    SLOWEST_START_MS,
  );

  it(
    'says which folder cannot be used, closes what it has opened, and ends by itself',
    async () => {
      const data = await mkdtemp(join(folder, 'file-'));
      await writeFile(join(data, 'read-models'), 'no folder');
      const child = start({ PORT: '0', DUBAN_DATA: data });
      const [text, code] = await Promise.all([said(child), exitOf(child)]);
      expect(text).toMatch(
        /^Duban cannot start\. read-model\.folder: \S+read-models cannot be used .*may write/m,
      );
      expect(text).not.toContain('    at ');
      expect(code).toBe(7);
    },
    SLOWEST_START_MS,
  );

  it(
    'says that the data folder is none',
    async () => {
      const data = join(await mkdtemp(join(folder, 'none-')), 'file');
      await writeFile(data, 'no folder');
      const child = start({ PORT: '0', DUBAN_DATA: data });
      const [text, code] = await Promise.all([said(child), exitOf(child)]);
      expect(text).toMatch(/^Duban cannot start\. /m);
      expect(text).not.toContain('    at ');
      expect(code).toBeGreaterThan(0);
    },
    SLOWEST_START_MS,
  );
});

describe('SIGTERM', () => {
  it.each([200, 1_500])(
    'ends a first start after %d ms in order, and the next one goes on',
    async (after) => {
      const data = await mkdtemp(join(folder, 'cut-'));
      const child = start({ PORT: '0', DUBAN_DATA: data });
      const ended = Promise.all([said(child), exitOf(child)]);
      await sleep(after);
      const asked = performance.now();
      child.kill('SIGTERM');
      const [text, code] = await ended;
      // Before its first line a process does not listen for signals yet.
      expect([text.includes('cannot start'), code ?? child.signalCode]).toEqual([
        false,
        child.signalCode ?? 0,
      ]);
      expect(performance.now() - asked).toBeLessThan(LONGEST_STOP_MS);
    },
    SLOWEST_START_MS,
  );
});

describe('a start', () => {
  it(
    'says where, who, and what to try, keeps the examples, and ends in order on SIGTERM',
    async () => {
      const child = start({ PORT: '0' });
      const ended = exitOf(child);
      const text = await said(child, '/events\n');
      const address = /listens on (?<address>\S+)/.exec(text)?.groups?.['address'] ?? '';
      expect(text).toContain('supervision-office');
      expect(text.match(/curl/g)?.length).toBeGreaterThanOrEqual(3);
      const personas = (await (await fetch(`${address}/demo/personas`)).json()) as {
        items: { role: string; token: string }[];
      };
      const token = personas.items.find(({ role }) => role === 'deputy')?.token ?? '';
      const board = await fetch(`${address}/v1/board?limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(((await board.json()) as { items: unknown[] }).items).toHaveLength(1);
      const reader = personas.items.find(({ role }) => role === 'auditor')?.token ?? '';
      const stream = await fetch(`${address}/events`, { headers: { authorization: `Bearer ${reader}` } });
      const { hostname, port } = new URL(address);
      const slow = connect(Number(port), hostname).on('error', () => undefined);
      slow.write(
        `POST /v1/cases/x/commands/assign HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 10\r\n\r\n{`,
      );
      const asked = performance.now();
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(performance.now() - asked).toBeLessThan(LONGEST_STOP_MS);
      slow.destroy();
      await stream.body?.cancel();
    },
    SLOWEST_START_MS,
  );
});
