import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@duban/config';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { examineVault, renewVault } from '@duban/installation';
import { goldenStreams } from '../replay/golden-files.ts';
import type { Missing } from './describe-with.ts';
import { inherited } from './inherited.ts';

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const pages = fileURLToPath(new URL('../../apps/web/dist/index.html', import.meta.url));

export const buildMissing = (): Missing =>
  existsSync(main) && existsSync(pages) ? undefined : 'it runs what is built: `npm run build` first';

export type BuiltServer = { readonly address: string; readonly stop: () => Promise<void> };

/** Texts of the golden streams lie under keys that nobody has: the folder begins with a vault of its own. */
const beginVault = async (folder: string): Promise<void> => {
  const config = readConfig({ DUBAN_DATA: folder });
  await renewVault(config, await examineVault(config));
};

/** Every kind of event there is, recorded just now about days long past. */
const recordGoldenStreams = async (folder: string): Promise<void> => {
  const file = join(folder, 'log.sqlite');
  const store = await openSqliteStore({ file });
  for (const { stream, events } of goldenStreams) {
    for (const { id, type, schemaVersion, data, metadata, revision } of events) {
      const { recordedAt: _recordedAt, ...told } = metadata;
      const expected = revision === 0 ? 'no-stream' : revision - 1;
      const { outcome } = await store.append(
        stream,
        [{ id, type, schemaVersion, data, metadata: told }],
        expected,
      );
      if (outcome !== 'appended') throw new Error(`${stream} ${revision}: ${outcome}`);
    }
  }
  await store.close();
  await beginVault(folder);
};

const addressOf = async (child: ChildProcess): Promise<string> => {
  const said: string[] = [];
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    const [, address] = /listens on (http:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`the server did not start:\n${said.join('\n')}`);
};

/**
 * The product as it is installed, on a folder and a port of its own: with the golden streams in its log, or as a first
 * start finds it, which tells the demo.
 */
export const startBuiltServer = async (log: 'golden' | 'demo' = 'golden'): Promise<BuiltServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-built-'));
  if (log === 'golden') await recordGoldenStreams(folder);
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, PORT: '0', DUBAN_DATA: folder, DUBAN_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await addressOf(child);
    child.stdout.resume();
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
