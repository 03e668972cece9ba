import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CLI, start, type Environment } from './duban.ts';

/** A `duban tail` that runs, and what it has said so far. */
export const startTail = (args: readonly string[], env: Environment = {}) => {
  const child = start(CLI, ['tail', '--lang', 'en', ...args], env);
  const lines: string[] = [];
  let err = '';
  let wake: () => void = () => undefined;
  const told = (work: () => void): void => {
    work();
    wake();
  };
  createInterface(child.stdout).on('line', (line) => {
    told(() => lines.push(line));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told(() => (err += text));
  });
  const ended = once(child, 'close').then(([code]) => {
    told(() => undefined);
    return code as number | null;
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      if (child.exitCode !== null) throw new Error(`duban tail has ended:\n${err}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    lines,
    ended,
    /** Ended, though what it has printed may still be unread. */
    gone: once(child, 'exit').then(([code]) => code as number | null),
    err: (): string => err,
    untilLines: (count: number): Promise<void> => until(() => lines.length >= count),
    untilSaid: (text: string): Promise<void> => until(() => err.includes(text)),
    /** Leaves what it prints in the pipe, which fills up. */
    leaveUnread: (): void => void child.stdout.pause(),
    readOn: (): void => void child.stdout.resume(),
    signal: (signal: NodeJS.Signals): void => void child.kill(signal),
  };
};

export const idsOf = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (JSON.parse(line) as { readonly id: string }).id);
