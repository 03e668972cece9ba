import { boardEntries, type BoardColumn, type BoardEntry, type BoardPart } from '@duban/contracts';
import { labelOf, listOf, workingDaysLeft, type Language } from '@duban/projections';
import type { BoardFlag, BoardItem, Light } from '../api/board.query.ts';
import type { LightGround } from './reference.ts';
import { numberOf, textOf, textOrNull, type ResultRow } from './sql.ts';

export type ItemContext = {
  readonly ground: LightGround;
  readonly today: string;
  readonly language: Language;
};

const flagsOf = (row: ResultRow, today: string): readonly BoardFlag[] => {
  const running = textOrNull(row, 'running');
  const flags: readonly (readonly [BoardFlag, boolean])[] = [
    ['overdue', running !== null && running < today && row['awaits'] !== 1],
    ['extended', numberOf(row, 'extensions') > 0],
    ['escalated', numberOf(row, 'escalations') > 0],
    ['suspended', row['stage'] === 'SUSPENDED'],
    ['provisional', row['provisional'] === 1],
    ['dissatisfied', numberOf(row, 'failures') > 0],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
};

const lightOf = (row: ResultRow, { ground: { calendar }, today }: ItemContext): Light => {
  const running = textOrNull(row, 'running');
  const isStill = running === null || (row['awaits'] === 1 && running < today);
  return {
    color: textOf(row, 'light_color') as Light['color'],
    ruleId: textOf(row, 'light_rule'),
    workingDaysLeft: isStill ? null : workingDaysLeft(calendar, today, running),
  };
};

const dueOf = (row: ResultRow): BoardItem['due'] => {
  const date = textOrNull(row, 'due');
  return date === null ? null : { date, provisional: row['provisional'] === 1 };
};

const instantOf = (row: ResultRow, column: string): string => new Date(numberOf(row, column)).toISOString();

const labelsOf = (row: ResultRow, language: Language): BoardItem['labels'] => {
  const disposition = textOrNull(row, 'disposition');
  return {
    stage: labelOf('stage', textOf(row, 'stage'), language),
    disposition: disposition === null ? null : labelOf('disposition', disposition, language),
    form: labelOf('form', textOf(row, 'form'), language),
    light: labelOf('light', textOf(row, 'light_color'), language),
  };
};

type Parts = {
  readonly [Part in BoardPart]: (row: ResultRow, context: ItemContext) => BoardItem[Part];
};

/** What an answer has that is made of several columns, or of the question. */
const parts: Parts = {
  source: (row) => ({
    title: textOf(row, 'source_title'),
    documentNo: textOf(row, 'source_no'),
    date: textOrNull(row, 'source_date'),
  }),
  due: dueOf,
  changed: (row) => ({ recordedAt: instantOf(row, 'rec_from'), occurredAt: instantOf(row, 'occ_from') }),
  light: lightOf,
  flags: (row, { today }) => flagsOf(row, today),
  labels: (row, { language }) => labelsOf(row, language),
};

type Reading = (row: ResultRow, context: ItemContext) => unknown;

const valueOf = ({ kind }: BoardEntry, column: BoardColumn): ((row: ResultRow) => unknown) => {
  switch (kind) {
    case 'key':
    case 'whole':
      return (row) => numberOf(row, column);
    case 'flag':
      return (row) => row[column] === 1;
    case 'names':
      return (row) => listOf(textOf(row, column));
    case 'text':
    case 'date':
    case 'code':
    case 'name':
    case 'made':
      return (row) => textOf(row, column);
  }
};

const readingOf = (field: BoardEntry): readonly (readonly [string, Reading])[] => {
  const { answer, column, orNull = false } = field;
  if (answer === undefined) return [];
  if ('part' in answer) return [[answer.part, parts[answer.part as BoardPart]]];
  const value = valueOf(field, column);
  return [[answer.as, orNull ? (row) => ((row[column] ?? null) === null ? null : value(row)) : value]];
};

const readings = boardEntries.flatMap(readingOf);

/** A board row as people and programs get it: what each record says of its field, in their order. */
export const boardItem = (row: ResultRow, context: ItemContext): BoardItem => {
  const item: Record<string, unknown> = {};
  for (const [name, read] of readings) item[name] = read(row, context);
  return item as BoardItem;
};
