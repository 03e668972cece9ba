import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { annulmentTexts, missKindTexts } from '../clock-terms.texts.ts';

/** What becomes of a date that was missed. */
export const missTexts = {
  MissAnnulled: {
    label: text('撤销逾期记录', 'miss declared void'),
    zh: ({ itemId, which, dueDate, ground, documentNo, lawfulDue, decidedBy }, { on, item, name, date }) =>
      `${name(decidedBy)}于${on}依据 ${documentNo} 撤销${item(itemId)}${missKindTexts[which].zh}${date(dueDate)}的逾期记录：${annulmentTexts[ground].zh}，依法应为${date(lawfulDue.date)}`,
    en: ({ itemId, which, dueDate, ground, documentNo, lawfulDue, decidedBy }, { on, item, name, date }) =>
      `${name(decidedBy)} declared void on ${on}, by ${documentNo}, that ${item(itemId)} missed ${date(dueDate)} (${missKindTexts[which].en}): ${annulmentTexts[ground].en}, lawfully it was ${date(lawfulDue.date)}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about dates that were missed. */
export const missRefusals: RefusalTexts<CodesOf<CaseRejection, 'miss'>> = {
  'miss.unknown': refusal(
    ['没有这条逾期记录', 'There is no such miss'],
    [
      '按事项的逾期记录填写轮次、期限种类和日期',
      'Name round, kind and date as they stand among the misses of the item',
    ],
  ),
  'miss.annulled': refusal(
    ['该逾期记录已按其他理由撤销', 'This miss was annulled on another ground'],
    ['查看事项的逾期记录', 'Look at the misses of the item'],
  ),
  'miss.ground-unproven': refusal(
    ['撤销逾期记录没有依据文件', 'No document shows that the date was not the lawful one'],
    [
      '填写文号；登记有误的，先上传写明正确期限的文件再引用',
      'Name its number; for a slip, file the paper with the right date first and refer to it',
    ],
  ),
  'miss.not-provisional': refusal(
    ['逾期时该期限并非暂定', 'The date was not provisional when it passed'],
    ['期限登记有误的，按登记有误办理', 'If it was written down wrongly, annul it as a slip'],
  ),
  'miss.date-stands': refusal(
    ['所填日期不是依法应有的更晚期限', 'The date given is not a later one that was the lawful one'],
    [
      '暂定期限按已公布的日历重算后填写；未推迟的，逾期记录保留',
      'For a provisional date give what the published calendar makes of it; where that is no later date, the miss stays',
    ],
  ),
  'miss.late-in-any-case': refusal(
    ['按依法应有的期限也已逾期', 'It was late by the lawful date as well'],
    ['逾期记录保留', 'The miss stays'],
  ),
};
