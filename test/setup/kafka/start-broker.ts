import { existsSync } from 'node:fs';
import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, javaArguments, serverProperties } from './broker-settings.ts';
import type { KafkaFiles } from './kafka-files.ts';
import { type Keeper, startKeeper } from './start-keeper.ts';

export type Broker = {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** Again, on the same ports and files. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Leaves it running for others until the process that it is kept for is gone. */
  readonly leave: () => void;
};

/** For whose sake it runs, and what goes with it in the end. */
export type KeptFor = { readonly watch: number; readonly clears: readonly string[] };

const THIS_TEST: KeptFor = { watch: process.pid, clears: [] };

type Kept = { readonly keeper: Keeper; readonly address: string };

const keep = async (java: readonly string[], keptFor: KeptFor): Promise<Kept> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-kafka-'));
  const ports = await freePorts();
  const properties = join(folder, 'server.properties');
  await writeFile(properties, serverProperties(ports, join(folder, 'data')));
  const keeper = await startKeeper({ java, properties, folder, port: ports.broker, ...keptFor });
  await keeper.ask('start');
  return { keeper, address: `127.0.0.1:${ports.broker}` };
};

/** Once per machine: a broker that is stopped politely writes down which classes it had loaded. */
const writeArchive = async ({ classPath, archive }: KafkaFiles): Promise<void> => {
  const fresh = `${archive}.${process.pid}`;
  const { keeper } = await keep(javaArguments(classPath, `-XX:ArchiveClassesAtExit=${fresh}`), THIS_TEST);
  await keeper.ask('quit');
  await keeper.end();
  await rename(fresh, archive).catch(() => undefined);
};

/** Starts a broker for a test, which ends with this process, or with the one named, at the latest. */
export const startBroker = async (files: KafkaFiles, keptFor: KeptFor = THIS_TEST): Promise<Broker> => {
  if (!existsSync(files.archive)) await writeArchive(files);
  const java = javaArguments(files.classPath, `-XX:SharedArchiveFile=${files.archive}`);
  const { keeper, address } = await keep(java, keptFor);
  return {
    address,
    kill: () => keeper.ask('kill'),
    start: () => keeper.ask('start'),
    stop: () => keeper.end(),
    leave: keeper.leave,
  };
};
