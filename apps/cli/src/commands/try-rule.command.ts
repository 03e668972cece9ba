import { readFile } from 'node:fs/promises';
import { legalDateOf } from '@duban/application';
import type { Config } from '@duban/config';
import { EXIT, ruleSetDraft, type ExitCode } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import { fileFault, FileRefused } from '@duban/interchange';
import { CodedError } from '@duban/kernel';
import { tryRule, type RedSpan, type RuleSet, type Trial, type TriedDate } from '@duban/projections';
import type { Environment } from '../environment.ts';
import { casesOf } from '../history/case-log.ts';
import { onLog, referenceOf, rulesOn } from '../history/on-log.ts';
import type { Console } from '../output/console.ts';
import { openProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { historyTexts, watchedTexts } from '../texts/history.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { checkPeriod } from './period.ts';

export type TryRuleOptions = CommonOptions & { readonly from: string; readonly to: string };

const parsed = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new FileRefused([fileFault('file.not-found', { found: path })], { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CodedError('validation-failed', `${path}: no JSON`, { cause });
  }
};

/** A rule set as it would be published. @throws CodedError `validation-failed` with every fault */
const readDraft = async (path: string, effectiveFrom: string): Promise<RuleSet> => {
  const draft = ruleSetDraft(await parsed(path), effectiveFrom);
  if ('rules' in draft) return draft.rules;
  throw new CodedError(
    'validation-failed',
    draft.faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n'),
  );
};

const trialOf = async (
  reader: EventReader,
  config: Config,
  { from, to }: TryRuleOptions,
  draft: RuleSet,
): Promise<Trial> => {
  const reference = await referenceOf(reader, config);
  const { calendar, ruleSets } = reference;
  return { from, to, draft, ruleSets, calendar, current: rulesOn(reference, legalDateOf(Date.now())) };
};

const showTrial = (console: Console, dates: readonly TriedDate[]): void => {
  const { output, language } = console;
  const span = (red: RedSpan | null): string =>
    red === null ? '-' : `${red.from} – ${red.to} (${red.days} ${historyTexts.days[language]})`;
  if (output === 'json') {
    console.report(JSON.stringify({ dates }, null, 2));
    return;
  }
  const rows = dates.map(({ caseNo, which, underDraft, underOwn, title }) => [
    caseNo,
    watchedTexts[which][language],
    `${historyTexts.underDraft[language]} ${span(underDraft)}`,
    `${historyTexts.underOwn[language]} ${span(underOwn)}`,
    title,
  ]);
  console.report(rows.length === 0 ? historyTexts.none[language] : table(rows));
};

/** Which dates would have been red under a draft. Writes nothing. */
export const runTryRule = (file: string, options: TryRuleOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    checkPeriod(options);
    const draft = await readDraft(file, options.from);
    return onLog(config, async (reader) => {
      const trial = await trialOf(reader, config, options, draft);
      const progress = await openProgress(historyTexts.reading[console.language]);
      const dates: TriedDate[] = [];
      for await (const events of casesOf(reader, progress)) dates.push(...tryRule([events], trial));
      showTrial(console, dates);
      return EXIT.ok;
    });
  });
