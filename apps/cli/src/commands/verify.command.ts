import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  exitCodeOf,
  nodePrimitives,
  textOfFile,
  verifyBundle,
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
  readonly trustBundleKeys: boolean;
};

/** A verifier key, or a file with one on each line: as it was handed over. */
const keysIn = async (given: readonly string[]): Promise<readonly string[]> => {
  const texts = await Promise.all(
    given.map(async (key) => (existsSync(key) ? await readFile(key, 'utf8') : key)),
  );
  return texts.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''));
};

const trustOf = async (options: VerifyOptions): Promise<Trust> => ({
  keys: await keysIn(options.key),
  witnesses: await keysIn(options.witness),
  known: await Promise.all(options.known.map((file) => readFile(file, 'utf8'))),
  trustBundleKeys: options.trustBundleKeys,
  ...(options.quorum === undefined ? {} : { quorum: options.quorum }),
  ...(options.earlier === undefined ? {} : { earlier: textOfFile(options.earlier) }),
});

const show = ({ output, language, report }: Console, verdict: Verdict): void => {
  if (output === 'json') {
    report(JSON.stringify(verdict, null, 2));
    return;
  }
  const { result, firstBad, checked } = verdict;
  const say = (key: keyof typeof verifyTexts): string => verifyTexts[key][language];
  const why =
    firstBad === undefined ? [] : [[say('reason'), `${firstBad.reason[language]} [${firstBad.code}]`]];
  report(
    table([
      [say('result'), say(result)],
      ...why,
      [say('records'), checked.records],
      [say('checkpoints'), checked.checkpoints],
      [say('signatures'), checked.signatures],
      [say('cosignatures'), checked.cosignatures],
    ]),
  );
};

/** Needs the bundle and nothing else: no settings, no log, no network. 0 good, 1 bad, 2 cannot tell. */
export const runVerify = async (bundle: string, options: VerifyOptions): Promise<number> => {
  const console = openConsole(options.lang, options.output);
  const missing = [
    bundle,
    ...options.known,
    ...(options.earlier === undefined ? [] : [options.earlier]),
  ].find((file) => !existsSync(file));
  if (missing !== undefined) {
    console.note(`${verifyTexts.missing[options.lang]}: ${missing}`);
    return 2;
  }
  const verdict = await verifyBundle(textOfFile(bundle), await trustOf(options), nodePrimitives);
  show(console, verdict);
  return exitCodeOf(verdict);
};
