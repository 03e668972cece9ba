import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pause } from './built-server.ts';

export type Asked = {
  readonly port: number;
  readonly token: string;
  readonly paths: readonly string[];
  /** Where the bare server writes its lines: on the same disk. */
  readonly file: string;
};

/** The name of a server beside that does nothing else: what it is late, the machine is. */
export const BARE = 'bare';
/** The same, where each answer waits for a line to be on the disk, as what shows a case waits for the record of who read it. */
export const BARE_LINE = 'bare line';

/** What a phase was like for those who asked, by address, {@link BARE} and {@link BARE_LINE} included. */
export type Seen = {
  readonly answers: Readonly<
    Record<string, { readonly ms: readonly number[]; readonly statuses: readonly number[] }>
  >;
  /** How late the asking process itself was at the worst. */
  readonly ownDelayMs: number;
};

export type Others = {
  /** What they saw while it ran. */
  readonly during: (run: () => Promise<unknown>) => Promise<Seen>;
  readonly leave: () => void;
};

const file = fileURLToPath(new URL('./others.process.ts', import.meta.url));
/** So that what was asked last is answered, and what one phase left behind is not counted to the next. */
const LAST_ANSWERS_MS = 500;

/** Others who ask for these addresses every 20 ms from a process of their own. */
export const others = async (asked: Asked): Promise<Others> => {
  const child = fork(file, [JSON.stringify(asked)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--conditions=source'],
  });
  await once(child, 'message');
  const ended = async (): Promise<Seen> => {
    const telling = once(child, 'message');
    child.send('next');
    const [told] = (await telling) as [Seen];
    return told;
  };
  return {
    during: async (run) => {
      await pause(LAST_ANSWERS_MS);
      await ended();
      await run();
      await pause(LAST_ANSWERS_MS);
      return ended();
    },
    leave: () => {
      child.disconnect();
    },
  };
};
