import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CLI, start } from './duban.ts';

export type WitnessChild = {
  readonly process: ReturnType<typeof start>;
  readonly verifierKey: string;
  /** As `DUBAN_WITNESSES` takes it. */
  readonly entry: string;
};

export const witnessArgs = (dir: string, logKey: string): readonly string[] => [
  ...['witness', '--dir', join(dir, 'witness'), '--key', join(dir, 'witness.pem'), '--create-key'],
  ...['--name', 'witness.example.cn/w1', '--log', logKey, '--port', '0', '--output', 'json'],
];

/** A second office as a process of its own, that keeps the heads of one log below `dir`. */
export const startWitness = async (dir: string, logKey: string): Promise<WitnessChild> => {
  const child = start(CLI, witnessArgs(dir, logKey));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { address, verifierKey } = JSON.parse(line) as { address: string; verifierKey: string };
  return { process: child, verifierKey, entry: `${address}#${verifierKey}` };
};
