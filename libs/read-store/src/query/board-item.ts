import { labelOf, listOf, workingDaysLeft, type Language } from '@duban/projections';
import type { BoardFlag, BoardItem, Light } from '../api/board.query.ts';
import type { LightGround } from './reference.ts';
import { numberOf, numberOrNull, textOf, textOrNull, type ResultRow } from './sql.ts';

const flagsOf = (row: ResultRow, today: string): readonly BoardFlag[] => {
  const running = textOrNull(row, 'running');
  const flags: readonly (readonly [BoardFlag, boolean])[] = [
    ['overdue', running !== null && running < today],
    ['extended', numberOf(row, 'extensions') > 0],
    ['escalated', numberOf(row, 'escalations') > 0],
    ['suspended', row['stage'] === 'SUSPENDED'],
    ['provisional', row['provisional'] === 1],
    ['dissatisfied', numberOf(row, 'failures') > 0],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
};

const lightOf = (row: ResultRow, { calendar }: LightGround, today: string): Light => {
  const running = textOrNull(row, 'running');
  return {
    color: textOf(row, 'light_color') as Light['color'],
    ruleId: textOf(row, 'light_rule'),
    workingDaysLeft: running === null ? null : workingDaysLeft(calendar, today, running),
  };
};

const instantOf = (row: ResultRow, column: string): string => new Date(numberOf(row, column)).toISOString();

const datesOf = (
  row: ResultRow,
): Pick<BoardItem, 'due' | 'lookBackDue' | 'openedOn' | 'closedOn' | 'changed'> => {
  const due = textOrNull(row, 'due');
  return {
    due: due === null ? null : { date: due, provisional: row['provisional'] === 1 },
    lookBackDue: textOrNull(row, 'look_back_due'),
    openedOn: textOrNull(row, 'opened_on'),
    closedOn: textOrNull(row, 'closed_on'),
    changed: { recordedAt: instantOf(row, 'rec_from'), occurredAt: instantOf(row, 'occ_from') },
  };
};

const labelsOf = (row: ResultRow, language: Language): BoardItem['labels'] => {
  const disposition = textOrNull(row, 'disposition');
  return {
    stage: labelOf('stage', textOf(row, 'stage'), language),
    disposition: disposition === null ? null : labelOf('disposition', disposition, language),
    form: labelOf('form', textOf(row, 'form'), language),
    light: labelOf('light', textOf(row, 'light_color'), language),
  };
};

export type ItemContext = {
  readonly ground: LightGround;
  readonly today: string;
  readonly language: Language;
};

/** A board row as people and programs get it. */
export const boardItem = (row: ResultRow, { ground, today, language }: ItemContext): BoardItem => ({
  caseId: textOf(row, 'case_id'),
  caseNo: textOf(row, 'case_no'),
  caseTitle: textOf(row, 'source_title'),
  caseStatus: textOf(row, 'case_status') as BoardItem['caseStatus'],
  itemId: textOf(row, 'item_id'),
  itemNo: textOf(row, 'item_no'),
  title: textOf(row, 'title'),
  stage: textOf(row, 'stage') as BoardItem['stage'],
  disposition: textOrNull(row, 'disposition') as BoardItem['disposition'],
  form: textOf(row, 'form') as BoardItem['form'],
  topic: textOf(row, 'topic'),
  category: textOrNull(row, 'category'),
  source: {
    title: textOf(row, 'source_title'),
    documentNo: textOf(row, 'source_no'),
    date: textOrNull(row, 'source_date'),
  },
  addressee: textOrNull(row, 'addressee'),
  leadOrgans: listOf(textOf(row, 'leads')),
  coOrgans: listOf(textOf(row, 'co_organs')),
  cycle: numberOf(row, 'cycle'),
  ...datesOf(row),
  light: lightOf(row, ground, today),
  flags: flagsOf(row, today),
  extensions: numberOf(row, 'extensions'),
  failures: numberOf(row, 'failures'),
  returns: numberOf(row, 'returns'),
  escalations: numberOf(row, 'escalations'),
  percent: numberOrNull(row, 'percent'),
  imported: row['imported'] === 1,
  registerStatus: textOrNull(row, 'register_status'),
  batchId: textOrNull(row, 'batch_id'),
  ruleSet: textOrNull(row, 'rule_set'),
  labels: labelsOf(row, language),
});
