/**
 * Keeps one Kafka broker: starts, kills and starts it again on the word of its parent, and ends it when the process that
 * it is kept for (`watch`) is gone, however that ended. Argument: the settings as JSON.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrokerCommand, FromKeeper, KeeperSettings } from './keeper-protocol.ts';

const { java, properties, folder, port, watch, clears } = JSON.parse(
  process.argv[2] ?? '{}',
) as KeeperSettings;
const PATIENCE_MS = 60_000;
const CLUSTER = 'MkU3OEVBNTcwNTJENDM2Qk';

let broker: ChildProcess | null = null;
const log = openSync(join(folder, 'broker.log'), 'a');

const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => {
      resolve(false);
    });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

const start = async (): Promise<void> => {
  const child = spawn('java', [...java, 'kafka.Kafka', properties], { stdio: ['ignore', log, log] });
  broker = child;
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`no broker; see ${folder}/broker.log`);
    await delay(50);
  }
};

const stopBy = async (signal: NodeJS.Signals): Promise<void> => {
  const child = broker;
  broker = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
};
const kill = (): Promise<void> => stopBy('SIGKILL');
const quit = (): Promise<void> => stopBy('SIGTERM');

const end = async (): Promise<void> => {
  await kill();
  for (const each of [folder, ...clears]) await rm(each, { recursive: true, force: true });
  process.exit();
};

const tell = (message: FromKeeper): void => {
  if (process.connected) process.send?.(message);
};

const obey: Readonly<Record<BrokerCommand, () => Promise<void>>> = { start, kill, quit, end };

process.on('message', (command: BrokerCommand) => {
  obey[command]().then(
    () => {
      tell({ did: command });
    },
    (error: unknown) => {
      tell({ failed: String(error) });
    },
  );
});

setInterval(() => {
  try {
    process.kill(watch, 0);
  } catch {
    void end();
  }
}, 500);

const format = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c', properties];
spawnSync('java', [...java, ...format], { stdio: ['ignore', log, log] });
tell({ did: 'format' });
