import { decodeEvent, decodeEventOf, eventEntries, type StreamCategory } from '@duban/contracts';
import {
  beginExamination,
  caseExamination,
  type ExaminationCode,
  type ExaminationFinding,
  type ExaminationRule,
} from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import { casesOf, eventsOfTypes } from '../history/case-log.ts';
import type { Progress } from '../output/progress.ts';

/** Places of one rule that are kept unless all are asked for. */
const FIRST_FEW = 3;

export type ExaminedRule = {
  readonly code: ExaminationCode;
  readonly count: number;
  readonly places: readonly ExaminationFinding<ExaminationCode>[];
};

/** `rules`: those that found something. */
export type ExaminedLog = { readonly cases: number; readonly rules: readonly ExaminedRule[] };

export type ExamineOptions = {
  /** Every place, not only the first few of each rule. */
  readonly list: boolean;
  readonly progress: Progress;
  readonly rules?: readonly ExaminationRule<ExaminationCode>[];
};

const REGISTERS: readonly StreamCategory[] = [
  'organ',
  'calendar',
  'ruleset',
  'survey',
  'import',
  'posts',
  'erasure',
  'body',
  'mandate',
];
const registerTypes = eventEntries
  .filter(({ category }) => REGISTERS.includes(category))
  .map(({ type }) => type);

const tally = (most: number) => {
  const rules = new Map<ExaminationCode, { count: number; places: ExaminationFinding<ExaminationCode>[] }>();
  return {
    add: (finding: ExaminationFinding<ExaminationCode>): void => {
      const rule = rules.get(finding.code) ?? { count: 0, places: [] };
      rule.count += 1;
      if (rule.places.length < most) rule.places.push(finding);
      rules.set(finding.code, rule);
    },
    rules: (): readonly ExaminedRule[] => [...rules].map(([code, found]) => ({ code, ...found })),
  };
};

/** Holds the log against the rules of today, page by page and one case at a time. Writes nothing. */
export const examineLog = async (
  reader: EventReader,
  { list, progress, rules = caseExamination }: ExamineOptions,
): Promise<ExaminedLog> => {
  const examination = beginExamination(rules);
  const found = tally(list ? Number.POSITIVE_INFINITY : FIRST_FEW);
  for await (const stored of eventsOfTypes(reader, registerTypes)) examination.see(decodeEvent(stored));
  let cases = 0;
  for await (const events of casesOf(reader, progress)) {
    cases += 1;
    for (const finding of examination.examineCase(events.map(decodeEventOf('case')))) found.add(finding);
  }
  return { cases, rules: found.rules() };
};
