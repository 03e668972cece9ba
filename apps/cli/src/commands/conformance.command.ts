import { legalDateOf } from '@duban/application';
import { EXIT, type ExitCode } from '@duban/contracts';
import { readWholeStream, type EventReader, type StoredEvent } from '@duban/event-store';
import { CodedError } from '@duban/kernel';
import { conformanceOf, type CaseConformance, type Deviation } from '@duban/projections';
import type { Environment } from '../environment.ts';
import { casesOf, streamOf } from '../history/case-log.ts';
import { onLog } from '../history/on-log.ts';
import type { Console } from '../output/console.ts';
import { openProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { deviationTexts, historyTexts } from '../texts/history.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ConformanceOptions = CommonOptions;

const judged = (events: readonly StoredEvent[]): CaseConformance | null =>
  conformanceOf(events, { today: legalDateOf(Date.now()) });

const oneCase = async (reader: EventReader, caseId: string): Promise<readonly CaseConformance[]> => {
  const found = judged(await readWholeStream(reader, streamOf(caseId)));
  if (found === null) throw new CodedError('case.unknown', caseId);
  return [found];
};

const isDeviating = ({ items }: CaseConformance): boolean =>
  items.some(({ deviations }) => deviations.length > 0);

/** Cases that are in order are left out: the list is what somebody has to look into. */
const everyCase = async (reader: EventReader, console: Console): Promise<readonly CaseConformance[]> => {
  const progress = await openProgress(historyTexts.reading[console.language]);
  const cases: CaseConformance[] = [];
  for await (const events of casesOf(reader, progress)) {
    const found = judged(events);
    if (found !== null && isDeviating(found)) cases.push(found);
  }
  return cases;
};

const showConformance = (console: Console, cases: readonly CaseConformance[]): void => {
  const { output, language } = console;
  if (output === 'json') {
    console.report(JSON.stringify({ cases }, null, 2));
    return;
  }
  const row = (caseNo: string, title: string, { label, kind, shownBy }: Deviation) => [
    caseNo,
    label[language],
    deviationTexts[kind][language],
    shownBy.map(({ revision }) => revision).join(', '),
    title,
  ];
  const rows = cases.flatMap(({ caseNo, items }) =>
    items.flatMap(({ title, deviations }) => deviations.map((each) => row(caseNo, title, each))),
  );
  console.report(rows.length === 0 ? historyTexts.none[language] : table(rows));
};

/** The lawful order held against the log: of one case, or of all. */
export const runConformance = (
  caseId: string | null,
  options: ConformanceOptions,
  env: Environment,
): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    onLog(config, async (reader) => {
      const cases = caseId === null ? await everyCase(reader, console) : await oneCase(reader, caseId);
      showConformance(console, cases);
      return EXIT.ok;
    }),
  );
