import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BrokerCommand, FromKeeper, KeeperSettings } from './keeper-protocol.ts';

const KEEPER = fileURLToPath(new URL('./broker.child.ts', import.meta.url));

export type Keeper = {
  readonly ask: (command: Exclude<BrokerCommand, 'end'>) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Lets the keeper run on without us, until the process that it watches is gone. */
  readonly leave: () => void;
};

const answerOf = async (keeper: ChildProcess): Promise<void> => {
  const heard = new AbortController();
  const { signal } = heard;
  const gone = once(keeper, 'exit', { signal }).then((): [FromKeeper] => [
    { failed: 'the keeper has ended' },
  ]);
  gone.catch(() => undefined);
  const [message] = await Promise.race([once(keeper, 'message', { signal }) as Promise<[FromKeeper]>, gone]);
  heard.abort();
  if ('failed' in message) throw new Error(message.failed);
};

export const startKeeper = async (settings: KeeperSettings): Promise<Keeper> => {
  const child = fork(KEEPER, [JSON.stringify(settings)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A group of its own: Ctrl-C in the terminal must not reach it before it has cleared up.
    detached: true,
  });
  await answerOf(child);
  return {
    ask: (command) => {
      child.send(command);
      return answerOf(child);
    },
    end: async () => {
      if (child.exitCode !== null) return;
      child.send('end' satisfies BrokerCommand);
      await once(child, 'exit');
    },
    leave: () => {
      child.disconnect();
      child.unref();
    },
  };
};
