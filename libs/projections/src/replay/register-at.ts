import type { TimeAxis } from '@duban/kernel';
import type { BoardRow, Standing } from '@duban/contracts';
import type { Calendar, RuleSet } from '@duban/domain';
import { boardRowsAt } from '../board/board.projection.ts';
import { lightOfRow } from '../board/light-of-row.ts';
import { epochMs } from '../fold/log-entry.ts';
import { listOf } from '../row-changes.ts';
import type { CaseReplay } from './case-replay.ts';
import { dayEnd } from './day-end.ts';

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

const standingOf = (row: BoardRow, date: string, { rules, calendar }: Grounds): Standing => {
  const light = lightOfRow(row, { rules, calendar, date });
  return {
    stage: row.stage,
    open: row.ended === 0,
    cycle: row.cycle,
    leads: listOf(row.leads),
    due: row.due,
    light: light.color,
    lightRule: light.rule,
    workingDaysLeft: light.workingDaysLeft,
    disposition: row.disposition,
  };
};

const lineOf = (row: BoardRow, date: string, grounds: Grounds): RegisterLine => ({
  caseId: row.case_id,
  caseNo: row.case_no,
  itemId: row.item_id,
  itemNo: row.item_no,
  title: row.title,
  imported: row.imported === 1,
  standing: standingOf(row, date, grounds),
});

export type Moment = { readonly date: string; readonly by: TimeAxis };

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
