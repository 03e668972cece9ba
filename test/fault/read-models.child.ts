/** Runs the read models of a log until it is killed. Arguments: the directory and the log file. */
import { startRunner } from '@duban/read-store';

const [dir = '', log = ''] = process.argv.slice(2);

const runner = startRunner({
  dir,
  reader: { module: '@duban/event-store-sqlite', name: 'openSqliteStore', options: { file: log } },
  pollMs: 20,
});
runner.onStatus(({ state }) => process.stdout.write(`${state}\n`));
