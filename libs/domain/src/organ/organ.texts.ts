import type { OrganRejection } from './organ-step.ts';
import type { OrganEvent } from './organ.register.ts';
import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';

/** The register of organs. */
export const organTexts: EventTexts<OrganEvent> = {
  OrganRegistered: {
    label: text('单位登记', 'organ registered'),
    zh: ({ name, organId, since }, { date }) => `登记单位“${name}”（${organId}），自${date(since)}起`,
    en: ({ name, organId, since }, { date }) =>
      `“${name}” (${organId}) was registered, existing since ${date(since)}`,
  },
  OrganRenamed: {
    label: text('单位更名', 'organ renamed'),
    zh: ({ name, organId, from }, { date }) => `单位 ${organId} 自${date(from)}起更名为“${name}”`,
    en: ({ name, organId, from }, { date }) => `${organId} is called “${name}” from ${date(from)}`,
  },
  OrganMerged: {
    label: text('单位合并', 'organ merged'),
    zh: ({ organId, into, on: day }, { name, date }) => `${name(organId)}自${date(day)}起并入${name(into)}`,
    en: ({ organId, into, on: day }, { name, date }) =>
      `${name(organId)} merged into ${name(into)} on ${date(day)}`,
  },
  OrganDissolved: {
    label: text('单位撤销', 'organ dissolved'),
    zh: ({ organId, successor, on: day }, { name, date }) =>
      `${name(organId)}于${date(day)}撤销${successor === null ? '' : `，职责由${name(successor)}承接`}`,
    en: ({ organId, successor, on: day }, { name, date }) =>
      `${name(organId)} was dissolved on ${date(day)}${successor === null ? '' : `; ${name(successor)} succeeds it`}`,
  },
};

/** Refusals about organs. */
export const organRefusals: RefusalTexts<OrganRejection> = {
  'organ.other-id': refusal(
    ['单位编号不一致', 'The organ id differs from the stream'],
    ['核对单位编号', 'Check the organ id'],
  ),
  'organ.unknown': refusal(
    ['没有登记这个单位', 'The organ is not registered'],
    ['先登记单位', 'Register it first'],
  ),
  'organ.known-differently': refusal(
    ['该单位已以不同内容登记', 'The organ is registered with other facts'],
    ['核对；更名请用更名', 'Check it; use a renaming for a new name'],
  ),
  'organ.name-blank': refusal(['单位名称为空', 'The name is blank'], ['填写名称', 'Give a name']),
  'organ.date-invalid': refusal(['日期无效', 'The date is no date'], ['填写有效日期', 'Give a valid date']),
  'organ.date-before-last-change': refusal(
    ['日期早于上一次变更', 'The date lies before the last change'],
    ['填写更晚的日期', 'Give a later date'],
  ),
  'organ.own-successor': refusal(
    ['单位不能由自身承接', 'An organ cannot succeed itself'],
    ['选择另一单位', 'Choose another organ'],
  ),
  'organ.ended': refusal(
    ['该单位已合并或撤销', 'The organ has merged or was dissolved'],
    ['在承接单位上办理', 'Use its successor'],
  ),
};
