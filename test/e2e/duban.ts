import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredEvent } from '@duban/event-store';
import { openLogReader } from '@duban/installation';
import { LOG_START } from '@duban/kernel';
import type { Missing } from '../setup/describe-with.ts';
import { inherited } from '../setup/inherited.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared/data');

/** Files of other people, which are not ours to ship: they lie beside the repository or are not there. */
export const realFile = (path: string): string => join(shared, path);
export const needsReal = (path: string): Missing =>
  existsSync(realFile(path)) ? undefined : `optional: ${path} of ../shared/data is not there`;

export const sample = (name: string): string => join(root, 'libs/interchange/samples', name);
export const shippedMapping = (name: string): string =>
  join(root, 'libs/interchange/mappings', `${name}.json`);

const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };
export type Environment = Readonly<Record<string, string>>;

/** Starts a script of this repository from its sources, on the Node that runs the tests. */
export const start = (script: string, args: readonly string[], env: Environment = {}) =>
  spawn(process.execPath, [...FLAGS, join(root, script), ...args], {
    cwd: root,
    env: { ...inherited, ...env },
  });

export const ended = async (child: ReturnType<typeof start>): Promise<Ran> => {
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};

/** As it is built: from the sources each of its many runs would load them one by one. */
export const CLI = 'apps/cli/dist/main.js';

/** A data folder of its own, and `duban` on it. */
export const dataFolder = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'duban-cli-'));
  const env = { DUBAN_DATA: join(dir, 'data') };
  const logFile = join(env.DUBAN_DATA, 'log.sqlite');
  return {
    dir,
    env,
    logFile,
    duban: (args: readonly string[], more: Environment = {}): Promise<Ran> =>
      ended(start(CLI, args, { ...env, ...more })),
    events: (...types: readonly string[]): Promise<readonly StoredEvent[]> => eventsOf(logFile, types),
    remove: (): Promise<void> => rm(dir, { recursive: true, force: true }),
  };
};

export type DataFolder = Awaited<ReturnType<typeof dataFolder>>;

/** As the office reads them: texts in clear. */
const eventsOf = async (file: string, types: readonly string[]): Promise<readonly StoredEvent[]> => {
  if (!existsSync(file)) return [];
  const folder = dirname(file);
  const vault = { vaultFile: join(folder, 'vault.sqlite'), keyFile: join(folder, 'vault.key') };
  const store = await openLogReader({ log: { kind: 'sqlite', file }, ...vault });
  try {
    const asked = { limit: 20_000, ...(types.length === 0 ? {} : { types }) };
    const events: StoredEvent[] = [];
    // A page is bounded by its bytes as well.
    for (let after = LOG_START; ;) {
      const page = await store.readLog({ ...asked, after });
      events.push(...page.events);
      if (page.next === after || page.events.length === 0) return events;
      after = page.next;
    }
  } finally {
    await store.close();
  }
};
