import { EXIT, type ExitCode } from '@duban/contracts';
import type { TimeAxis } from '@duban/kernel';
import { stageTexts } from '@duban/domain/texts';
import { caseReplay, registerChanges, type RegisterChange, type Standing } from '@duban/projections';
import type { Environment } from '../environment.ts';
import { casesOf } from '../history/case-log.ts';
import { groundsOf, onLog, referenceOf } from '../history/on-log.ts';
import type { Console } from '../output/console.ts';
import { openProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { changeTexts, historyTexts } from '../texts/history.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { checkPeriod } from './period.ts';

export type ChangesOptions = CommonOptions & {
  readonly from: string;
  readonly to: string;
  readonly by: TimeAxis;
};

const placeOf = ({ caseNo, caseId }: RegisterChange): string => `${caseNo}\n${caseId}`;

const byPlace = (a: RegisterChange, b: RegisterChange): number => {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const showChanges = (console: Console, changes: readonly RegisterChange[]): void => {
  const { output, language } = console;
  const stage = (standing: Standing | null): string =>
    standing === null ? '' : stageTexts[standing.stage][language];
  if (output === 'json') {
    console.report(JSON.stringify({ changes }, null, 2));
    return;
  }
  const rows = changes.map(({ kind, caseNo, title, before, after }) => [
    changeTexts[kind][language],
    caseNo,
    stage(before),
    stage(after),
    after?.due ?? before?.due ?? '',
    title,
  ]);
  console.report(rows.length === 0 ? historyTexts.none[language] : table(rows));
};

/** What changed in the register between the ends of two days, from the log alone. */
export const runChanges = (options: ChangesOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    onLog(config, async (reader) => {
      checkPeriod(options);
      const { from, to, by } = options;
      const between = { from, to, by, groundsOn: groundsOf(await referenceOf(reader, config)) };
      const progress = await openProgress(historyTexts.reading[console.language]);
      const changes: RegisterChange[] = [];
      for await (const events of casesOf(reader, progress))
        changes.push(...registerChanges([caseReplay(events)], between));
      showChanges(console, changes.sort(byPlace));
      return EXIT.ok;
    }),
  );
