import type { Environment } from '../environment.ts';

/** Kept apart from the big catalogue: `--help` must not wait for schemas and deciders to load. */
export type Language = 'zh' | 'en';
export type Words = { readonly zh: string; readonly en: string };

export const words = (zh: string, en: string): Words => ({ zh, en });

/** Chinese first: English only for those whose system says so, or who ask. */
const languageOf = (env: Environment): Language => {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'zh';
};

/** `--lang en`, `--lang=en`: wanted before the options are parsed, because the help itself is told in it. */
export const askedLanguage = (args: readonly string[], env: Environment): Language => {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') === true ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && (value === 'zh' || value === 'en') ? value : languageOf(env);
};
