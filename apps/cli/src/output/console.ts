import type { Language } from '../texts/words.ts';

/** Where a command speaks: its report to stdout, everything else to stderr. */
export type Console = {
  readonly language: Language;
  readonly output: 'table' | 'json';
  readonly report: (text: string) => void;
  readonly note: (text: string) => void;
};

export const openConsole = (language: Language, output: 'table' | 'json'): Console => ({
  language,
  output,
  report: (text) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  },
  note: (text) => {
    process.stderr.write(`${text}\n`);
  },
});
