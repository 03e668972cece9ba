import { CommanderError } from 'commander';
import type { Environment } from './environment.ts';
import { buildProgram } from './program.ts';
import { askedLanguage } from './texts/words.ts';

/** As in `EXIT.invalid`, which is not loaded for the sake of a help text. */
const USAGE = 2;

/** Runs one command line and answers the exit code. */
export const runCli = async (args: readonly string[], env: Environment): Promise<number> => {
  let exitCode = 0;
  const program = buildProgram(askedLanguage(args, env), env, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    throw error;
  }
  return exitCode;
};
