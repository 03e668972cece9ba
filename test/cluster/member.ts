import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromMember, MemberKind, ToMember } from './member-protocol.ts';
import { inherited } from '../setup/inherited.ts';

const SCRIPT = fileURLToPath(new URL('./member.child.ts', import.meta.url));

export type Member = {
  readonly port: () => number;
  readonly pid: () => number | null;
  /** Starts, or starts again on the same port; answers when it serves. */
  readonly start: () => Promise<void>;
  readonly tell: (now: number) => void;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
};

/** One process of the cluster, with a folder of its own. */
export const member = (
  kind: MemberKind,
  settings: Readonly<Record<string, string>>,
  now: () => number,
): Member => {
  let child: ChildProcess | null = null;
  let port = 0;
  return {
    port: () => port,
    pid: () => child?.pid ?? null,
    start: async () => {
      const env = { ...settings, ...inherited, PORT: String(port), MEMBER_NOW: String(now()) };
      // Built files: without the condition that leads to sources.
      const started = fork(SCRIPT, [kind], { env, execArgv: ['--disable-warning=ExperimentalWarning'] });
      child = started;
      const ended = once(started, 'exit').then(() => {
        throw new Error(`the ${kind} ended before it served`);
      });
      const [first] = (await Promise.race([once(started, 'message'), ended])) as [FromMember];
      ended.catch(() => undefined);
      port = first.port;
    },
    tell: (instant) => {
      const message: ToMember = { now: instant };
      if (child?.connected === true) child.send(message);
    },
    kill: async (signal) => {
      const ending = child;
      child = null;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      const gone = once(ending, 'exit');
      ending.kill(signal);
      await gone;
    },
  };
};
