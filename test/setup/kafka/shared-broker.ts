import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { kafkaFiles } from './kafka-files.ts';
import { startBroker } from './start-broker.ts';

const PATIENCE_MS = 120_000;
/** The workers of one test run have one parent, so they find one another by its number. */
const RUN = process.ppid;

/** What the tests of one run talk to, or the reason why there is none. */
export type SharedBroker = { readonly brokers: readonly string[] } | { readonly missing: string };

const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
};

const startShared = async (folder: string): Promise<SharedBroker> => {
  const files = await kafkaFiles();
  if (typeof files === 'string') return { missing: files };
  try {
    const broker = await startBroker(files, { watch: RUN, clears: [folder] });
    broker.leave();
    return { brokers: [broker.address] };
  } catch (error) {
    return { missing: String(error) };
  }
};

const written = (file: string): SharedBroker | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SharedBroker;
  } catch {
    return null;
  }
};

/** `KAFKA_BROKERS` if set; else one broker for the whole run, started by whoever asks first. */
export const sharedBroker = async (): Promise<SharedBroker> => {
  const named = process.env['KAFKA_BROKERS'];
  if (named !== undefined && named !== '') return { brokers: named.split(',') };
  const folder = join(tmpdir(), `duban-kafka-run-${RUN}`);
  const file = join(folder, 'broker.json');
  if (isFirst(folder)) {
    const shared = await startShared(folder);
    await writeFile(`${file}.new`, JSON.stringify(shared));
    await rename(`${file}.new`, file);
    return shared;
  }
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const shared = written(file);
    if (shared !== null) return shared;
    await delay(100);
  }
  return { missing: 'another test of this run is still starting Kafka' };
};
