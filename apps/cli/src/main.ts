import { watchStreams } from './output/standard-streams.ts';
import { runCli } from './run-cli.ts';

/** As `EXIT.failed`, which is not loaded for the sake of a help text. */
const FAILED = 1;

const streams = watchStreams(process, () => {
  process.exitCode = FAILED;
});
const exitCode = await runCli(process.argv.slice(2), process.env);
process.exitCode = streams.hasFailed() ? FAILED : exitCode;
