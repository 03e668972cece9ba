import { CodedError } from '@duban/kernel';
import { readConfig } from '@duban/config';
import { errorEntry } from '@duban/contracts';
import { runServer } from './start/run-server.ts';

/** Says what is wrong and what to do; a stack trace is for bugs only. */
const fail = (error: unknown): void => {
  if (error instanceof CodedError) {
    process.stderr.write(`Duban cannot start. ${error.message}\n`);
    process.exitCode = errorEntry(error.code).exitCode;
    return;
  }
  process.stderr.write(
    `Duban cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
};

try {
  await runServer(readConfig(process.env));
} catch (error) {
  fail(error);
}
