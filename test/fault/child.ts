import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

export type Child = {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: AsyncIterable<string>;
  /** Resolves when the process has ended and all its output has been read. */
  readonly ended: Promise<{ code: number | null; errors: string }>;
};

/** The command line that runs a script of this folder from the sources, on the Node that runs the tests. */
export const commandOf = (script: string, args: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [...FLAGS, fileURLToPath(new URL(script, import.meta.url)), ...args],
];

export const startChild = (command: string, args: readonly string[]): Child => {
  const child = spawn(command, args);
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return { process: child, lines: createInterface({ input: child.stdout }), ended };
};
