import type { Standing } from '@duban/contracts';
import { ENDED_STAGES, lightOf, type Calendar, type ItemStage, type RuleSet } from '@duban/domain';
import { boardRowsAt } from '../board/board.projection.ts';
import { epochMs } from '../fold/log-entry.ts';
import { listOf } from '../row-changes.ts';
import type { Row } from '../projection.ts';
import type { CaseReplay } from './case-replay.ts';
import { dayEnd, type Axis } from './day-end.ts';

/** The rules and the calendar by which a day is judged: those of that day, or a draft. */
export type Grounds = { readonly rules: Pick<RuleSet, 'lights'>; readonly calendar: Calendar };

export type RegisterLine = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemNo: string;
  readonly title: string;
  readonly imported: boolean;
  readonly standing: Standing;
};

const text = (row: Row, column: string): string => String(row[column] ?? '');

const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null || row[column] === undefined ? null : String(row[column]);

const standingOf = (row: Row, date: string, { rules, calendar }: Grounds): Standing => {
  const stage = text(row, 'stage') as ItemStage;
  const closed = ENDED_STAGES.includes(stage);
  const light = lightOf(rules, { dueDate: textOrNull(row, 'running'), today: date, calendar, closed });
  return {
    stage,
    open: !closed,
    cycle: Number(row['cycle']),
    leads: listOf(text(row, 'leads')),
    due: textOrNull(row, 'due'),
    light: light.color,
    lightRule: light.rule,
    workingDaysLeft: light.workingDaysLeft,
    disposition: textOrNull(row, 'disposition') as Standing['disposition'],
  };
};

const lineOf = (row: Row, date: string, grounds: Grounds): RegisterLine => ({
  caseId: text(row, 'case_id'),
  caseNo: text(row, 'case_no'),
  itemId: text(row, 'item_id'),
  itemNo: text(row, 'item_no'),
  title: text(row, 'title'),
  imported: row['imported'] === 1,
  standing: standingOf(row, date, grounds),
});

export type Moment = { readonly date: string; readonly by: Axis };

/** The lines of one case at the end of a day in Asia/Shanghai, ended items included, in the order they came into the case. */
export const registerAt = (
  replay: Pick<CaseReplay, 'at'>,
  { date, by }: Moment,
  grounds: Grounds,
): readonly RegisterLine[] => {
  const asOf = dayEnd(date);
  const folded = replay.at({ asOf, by });
  if (folded === null) return [];
  // What was known does not know an earlier life of imported items; legal time does.
  const moment = by === 'occurred' ? epochMs(asOf) : Number.POSITIVE_INFINITY;
  return boardRowsAt(folded.document, moment).map((row) => lineOf(row, date, grounds));
};
