/** Lights and the lines of a due date's explanation (domain.md section 2.5; Civil Code arts 200–204). */
import type { DueDateStep, LegalPeriod } from '../calendar/calendar.ts';
import type { LightRule } from '../ruleset/ruleset.ts';
import type { MissKind } from './case.vocabulary.ts';
import type { MissAnnulled } from './misses/annul-miss.step.ts';
import type { DueDateRecomputed } from './rectification/recompute-due-dates.step.ts';
import { text, type Text, type Texts } from '../texts/text.ts';

/** A light is never colour alone: the text is what a screen reader and a black-and-white print show. */
export const lightTexts: Texts<LightRule['color']> = {
  green: text('绿灯:正常', 'green: in time'),
  blue: text('蓝灯:临期', 'blue: due soon'),
  yellow: text('黄灯:将到期', 'yellow: about to fall due'),
  red: text('红灯:逾期', 'red: overdue'),
  grey: text('灰灯:不计时', 'grey: no clock runs'),
};

export const dueDateStepTexts: Texts<DueDateStep['code']> = {
  start: text('起算日，不计入', 'starting day, not counted'),
  counted: text('计入', 'counted'),
  'rest-day': text('法定节假日，不计入', 'statutory holiday, not counted'),
  weekend: text('周末，不计入', 'weekend, not counted'),
  'make-up-workday': text('调休上班日，计入', 'make-up working day, counted'),
  'corresponding-day': text('到期月的对应日', 'corresponding day of the last month'),
  'month-end': text('无对应日，取月末', 'no corresponding day, so the end of the month'),
  'moved-past-rest-day': text('末日为休息日，顺延', 'the last day is a rest day: moved on'),
  'unknown-year': text(
    '该年度放假安排尚未公布，日期暂定',
    'holidays of that year are not published: provisional',
  ),
  due: text('到期日', 'due date'),
  fixed: text('文件指定日期，不顺延', 'date fixed in the document, never moved'),
};

export const periodUnitTexts: Texts<LegalPeriod['unit']> = {
  month: text('个月', 'months'),
  'calendar-day': text('日', 'calendar days'),
  'working-day': text('个工作日', 'working days'),
};

export const deadlineTexts: Texts<DueDateRecomputed['data']['which']> = {
  due: text('办理期限', 'due date'),
  plan: text('方案期限', 'plan’s due date'),
  'co-opinion': text('会办意见期限', 'co-opinion’s due date'),
  return: text('退回期限', 'last day for returning'),
  'look-back': text('回头看期限', 'look-back’s due date'),
};

/** The dates by which something is owed, and that are missed where it is not there. */
export const missKindTexts: Texts<MissKind> = {
  due: text('承办期限', 'due date of the organ'),
  'item-due': text('事项期限', 'due date of the item'),
  plan: deadlineTexts.plan,
  'co-opinion': deadlineTexts['co-opinion'],
  'look-back': deadlineTexts['look-back'],
};

/** Why a date that was missed never was the lawful one. */
export const annulmentTexts: Texts<MissAnnulled['data']['ground']> = {
  'provisional-calendar': text('放假安排公布后与暂定的不同', 'the year was published otherwise than assumed'),
  slip: text('期限登记有误', 'the date was written down wrongly'),
};

/** "3 个月", "1 month". */
export const periodText = ({ n, unit }: LegalPeriod): Text => {
  const { zh, en } = periodUnitTexts[unit];
  return { zh: `${n} ${zh}`, en: n === 1 ? `1 ${en.slice(0, -1)}` : `${n} ${en}` };
};
