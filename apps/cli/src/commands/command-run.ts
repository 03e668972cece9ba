import { readConfig, type Config } from '@duban/config';
import type { ExitCode } from '@duban/contracts';
import type { Environment } from '../environment.ts';
import { openConsole, type Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import type { Language } from '../texts/words.ts';

export type CommonOptions = { readonly output: 'table' | 'json'; readonly lang: Language };

export type Running = { readonly console: Console; readonly config: Config };

/** Reads the settings, runs, and turns whatever is thrown into words and an exit code. */
export const running = async (
  { lang, output }: CommonOptions,
  env: Environment,
  work: (run: Running) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const console = openConsole(lang, output);
  try {
    return await work({ console, config: readConfig(env) });
  } catch (error) {
    return showProblem(console, error);
  }
};
