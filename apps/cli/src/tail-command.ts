import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Environment } from './environment.ts';
import type { TailOptions } from './tail/tail-options.ts';
import type { helpTexts } from './texts/help.texts.ts';
import { tailTexts } from './texts/tail.texts.ts';
import type { Language } from './texts/words.ts';

type Making = {
  readonly say: (key: keyof typeof helpTexts) => string;
  readonly env: Environment;
  readonly setExitCode: (code: number) => void;
};

/** As positions are written: the kind of log, then digits. */
const POSITION = /^[a-z]+\d+(\.\d{20})+$/;

const listed = (text: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
];

const limitOf =
  (language: Language) =>
  (text: string): number => {
    if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(tailTexts.limit[language]);
    return Number(text);
  };

const beginOf =
  (language: Language) =>
  (text: string): string => {
    if (text === 'start' || text === 'now' || POSITION.test(text)) return text;
    throw new InvalidArgumentError(tailTexts.begin[language]);
  };

/** What is on a command line is seen by everybody on the machine, so a secret is refused there, and not repeated. */
const isPlainAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

/** What commander cannot say of single options. */
const faultOf = ({ sse, kafka }: TailOptions): 'oneSource' | 'credentials' | null => {
  if (sse === undefined && kafka === undefined) return 'oneSource';
  return typeof sse === 'string' && !isPlainAddress(sse) ? 'credentials' : null;
};

/** `duban tail`: its output is what it prints, so it has no `--output`. */
export const tailCommand = (
  command: Command,
  language: Language,
  { say, env, setExitCode }: Making,
): Command =>
  command
    .addOption(new Option('--sse [url]', say('tailSse')).conflicts('kafka'))
    .option('--kafka [brokers]', say('tailKafka'))
    .addOption(new Option('--topic <name>', say('tailTopic')).argParser(listed).default([]).conflicts('sse'))
    .addOption(new Option('--group <id>', say('tailGroup')).conflicts('sse'))
    .addOption(
      new Option('--format <format>', say('tailFormat')).choices(['ndjson', 'csv']).default('ndjson'),
    )
    .option('--bom', say('tailBom'), false)
    .addOption(new Option('--type <name>', say('tailType')).argParser(listed).default([]))
    .option('--case <id>', say('tailCase'))
    .addOption(new Option('--from <begin>', say('tailFrom')).argParser(beginOf(language)).default('start'))
    .addOption(new Option('--limit <n>', say('tailLimit')).argParser(limitOf(language)))
    .option('--state <file>', say('tailState'))
    .action(async (options: TailOptions) => {
      const fault = faultOf(options);
      if (fault !== null) command.error(tailTexts[fault][language]);
      const { runTail } = await import('./commands/tail.command.ts');
      setExitCode(await runTail(options, env));
    });
