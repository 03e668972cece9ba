import { readConfig, type Config } from '@duban/config';
import { EXIT, publicSchemas, schemaPath } from '@duban/contracts';
import type { Apply } from '@duban/subscriber';
import type { Environment } from '../environment.ts';
import { openConsole, type Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import { eventFilter } from '../tail/event-filter.ts';
import { openEventLines, type EventLines } from '../tail/event-lines.ts';
import { noteGap } from '../tail/feed-notes.ts';
import { openLineOutput, outputKind, type LineOutput } from '../tail/line-output.ts';
import { filtersAtServer, openFeed } from '../tail/open-feed.ts';
import { openTailInbox, type TailInbox } from '../tail/state-file.ts';
import { onStopSignal } from '../tail/stop-signals.ts';
import type { TailOptions } from '../tail/tail-options.ts';
import { tailTexts } from '../texts/tail.texts.ts';

/** How long a line that nobody takes holds up an end that was asked for. */
const LAST_LINE_MS = 500;

type Tail = {
  readonly options: TailOptions;
  readonly config: Config;
  readonly console: Console;
  readonly lines: EventLines;
  readonly output: LineOutput;
};

const noteUnknownTypes = ({ type }: TailOptions, { note, language }: Console): void => {
  const known = publicSchemas();
  for (const name of type.filter((each) => !known.has(schemaPath(each))))
    note(`${tailTexts.unknownType[language]}: ${name}`);
};

const writeHead = async ({ options, lines, output }: Tail): Promise<void> => {
  const kind = outputKind();
  const head = kind === 'grown-file' ? '' : lines.head(options.bom || kind === 'fresh-file');
  if (head !== '') await output.write(head);
};

/** Prints an event, then lets the inbox remember it: killed in between, it prints it again and never leaves it out. */
const printing = ({ options, console, lines, output }: Tail, isStopping: () => boolean): Apply<unknown> => {
  const isWanted = eventFilter(options);
  // Where the server leaves types out, holes are what was asked for.
  const seesAll = options.type.length === 0 || !filtersAtServer(options);
  let printed = 0;
  return async (event, _transaction, after) => {
    const isOfCase = options.case === undefined || event.partitionkey === options.case;
    if (seesAll && isOfCase) noteGap(console, event, after);
    if (isWanted(event)) {
      await output.write(lines.line(event));
      printed += 1;
    }
    return printed === options.limit || isStopping() ? 'enough' : undefined;
  };
};

const follow = async (tail: Tail, { inbox }: TailInbox): Promise<number> => {
  const { options, config, console, output } = tail;
  let isStopping = false;
  const feed = openFeed({ options, config, console, inbox, apply: printing(tail, () => isStopping) });
  const signals = onStopSignal(() => {
    isStopping = true;
    output.giveUpIn(LAST_LINE_MS);
    void feed.stop();
  });
  try {
    await feed.ended;
    return signals.exitCode() ?? EXIT.ok;
  } catch (error) {
    if (output.isGone()) return EXIT.ok;
    const exitCode = signals.exitCode();
    if (exitCode === null) throw error;
    return exitCode;
  } finally {
    signals.forget();
  }
};

const run = async (tail: Tail): Promise<number> => {
  const { options, console, output } = tail;
  noteUnknownTypes(options, console);
  const inbox = openTailInbox(options.state);
  try {
    await writeHead(tail);
    return await follow(tail, inbox);
  } catch (error) {
    if (output.isGone()) return EXIT.ok;
    throw error;
  } finally {
    inbox.close();
  }
};

/** Prints public events as they come, from a server or from Kafka, until it is told to stop. */
export const runTail = async (options: TailOptions, env: Environment): Promise<number> => {
  const console = openConsole(options.lang, 'table');
  try {
    const output = openLineOutput(process.stdout);
    const lines = await openEventLines(options.format);
    const exitCode = await run({ options, config: readConfig(env), console, lines, output });
    // A line that nobody takes would keep the process for ever.
    if (output.isStuck()) process.exit(exitCode);
    return exitCode;
  } catch (error) {
    return showProblem(console, error);
  }
};
