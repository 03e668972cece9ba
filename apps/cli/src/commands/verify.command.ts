import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  exitCodeOf,
  packageInFolder,
  nodePrimitives,
  textOfFile,
  verifyPackage,
  verifyText,
  type About,
  type Trust,
  type Verdict,
} from '@duban/audit-verify';
import { openConsole, type Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { verifyTexts } from '../texts/verify.texts.ts';
import type { CommonOptions } from './command-run.ts';

export type VerifyOptions = CommonOptions & {
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly quorum?: number;
  readonly known: readonly string[];
  readonly earlier?: string;
  readonly event?: string;
  readonly tsaCert: readonly string[];
  readonly trustBundleKeys: boolean;
};

/** A verifier key, or a file with one on each line: as it was handed over. */
const keysIn = async (given: readonly string[]): Promise<readonly string[]> => {
  const texts = await Promise.all(
    given.map(async (key) => (existsSync(key) ? await readFile(key, 'utf8') : key)),
  );
  return texts.flatMap((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
};

const trustOf = async (options: VerifyOptions): Promise<Trust> => ({
  keys: await keysIn(options.key),
  witnesses: await keysIn(options.witness),
  known: await Promise.all(options.known.map((file) => readFile(file, 'utf8'))),
  tsaCertificates: await Promise.all(options.tsaCert.map((file) => readFile(file, 'utf8'))),
  trustBundleKeys: options.trustBundleKeys,
  ...(options.quorum === undefined ? {} : { quorum: options.quorum }),
  ...(options.earlier === undefined ? {} : { earlier: textOfFile(options.earlier) }),
});

type Say = (key: keyof typeof verifyTexts) => string;

/** A part of a log is good for less than the whole: what it is about, and what it does not show. */
const rowsAbout = (about: About, say: Say): readonly (readonly [string, string | number])[] =>
  about.kind === 'case'
    ? [
        [say('stream'), about.stream ?? ''],
        [say('events'), about.events],
        [say('size'), about.size],
        [say('notShown'), say(about.endsTheLog ? 'nothingFollows' : 'mayFollow')],
      ]
    : [
        [say('stream'), about.stream],
        [say('revision'), about.revision],
        [say('type'), about.type],
        [say('recorded'), about.recorded],
        [say('index'), about.index],
        [say('size'), about.size],
        ...(about.withEvent ? [] : ([[say('notShown'), say('content')]] as const)),
      ];

const GOOD = { case: 'goodCase', proof: 'goodProof' } as const;

const show = ({ output, language, report }: Console, verdict: Verdict): void => {
  if (output === 'json') {
    report(JSON.stringify(verdict, null, 2));
    return;
  }
  const { result, firstBad, checked, about, stamped, epochs, notes = [] } = verdict;
  const say: Say = (key) => verifyTexts[key][language];
  const told = result === 'good' && about !== undefined ? GOOD[about.kind] : result;
  const why =
    firstBad === undefined ? [] : [[say('reason'), `${firstBad.reason[language]} [${firstBad.code}]`]];
  report(
    table([
      [say('result'), say(told)],
      ...why,
      ...notes.map(({ text }) => [say('note'), text[language]]),
      ...(about === undefined ? [] : rowsAbout(about, say)),
      [say('records'), checked.records],
      [say('checkpoints'), checked.checkpoints],
      [say('signatures'), checked.signatures],
      [say('cosignatures'), checked.cosignatures],
      ...(epochs === undefined ? [] : [[say('epochs'), epochs.join(', ')]]),
      ...(stamped === undefined ? [] : [[say('stamped'), `${stamped.at} (${String(stamped.size)})`]]),
    ]),
  );
};

const verdictOn = async (given: string, options: VerifyOptions): Promise<Verdict> => {
  const trust = await trustOf(options);
  if (statSync(given).isDirectory())
    return verifyPackage(await packageInFolder(given), trust, nodePrimitives);
  const event = options.event === undefined ? {} : { event: await readFile(options.event, 'utf8') };
  return verifyText(textOfFile(given), { ...trust, ...event }, nodePrimitives);
};

/** Needs what it is given and nothing else: no settings, no log, no network. 0 good, 1 bad, 2 cannot tell. */
export const runVerify = async (bundle: string, options: VerifyOptions): Promise<number> => {
  const console = openConsole(options.lang, options.output);
  const missing = [
    bundle,
    ...options.known,
    ...options.tsaCert,
    ...[options.earlier, options.event].filter((file) => file !== undefined),
  ].find((file) => !existsSync(file));
  if (missing !== undefined) {
    console.note(`${verifyTexts.missing[options.lang]}: ${missing}`);
    return 2;
  }
  const verdict = await verdictOn(bundle, options);
  show(console, verdict);
  return exitCodeOf(verdict);
};
