import type { CalendarRejection, RuleSetRejection, OrganRejection } from '@duban/domain';
import { refusal, type RefusalTexts } from './refusal.ts';

/** Refusals about calendars, rule sets and organs. */
export const referenceRefusals: RefusalTexts<CalendarRejection | RuleSetRejection | OrganRejection> = {
  'calendar.other-region': refusal(
    ['年度日历属于另一地区', 'The year belongs to another region'],
    ['在该地区的日历中发布', 'Publish it in that region’s calendar'],
  ),
  'calendar.year-invalid': refusal(
    ['年度日历内容有误', 'The calendar year is faulty'],
    ['按提示改正', 'Mend what the details name'],
  ),
  'calendar.year-unknown': refusal(
    ['该年度尚未发布', 'That year is not published'],
    ['先发布再更正', 'Publish it before correcting it'],
  ),
  'calendar.year-known-differently': refusal(
    ['该年度已以不同内容发布', 'That year is already published with other days'],
    ['用更正，并写明理由', 'Correct it, with a reason'],
  ),
  'calendar.reason-missing': refusal(
    ['更正没有写明理由', 'The correction has no reason'],
    ['写明依据的通知', 'Name the notice it rests on'],
  ),
  'ruleset.other-id': refusal(
    ['规则集属于另一编号', 'The rule set belongs to another id'],
    ['在该编号下发布', 'Publish it under that id'],
  ),
  'ruleset.invalid': refusal(
    ['规则集内容有误', 'The rule set is faulty'],
    ['按提示改正', 'Mend what the details name'],
  ),
  'ruleset.date-invalid': refusal(
    ['生效日期无效', 'The effective date is no date'],
    ['填写有效日期', 'Give a valid date'],
  ),
  'ruleset.version-known-differently': refusal(
    ['该版本已以不同内容发布', 'That version is already published with other rules'],
    ['发布新版本', 'Publish a new version'],
  ),
  'ruleset.version-not-contiguous': refusal(
    ['版本号不连续', 'The version number leaves a gap'],
    ['使用下一个版本号', 'Use the next number'],
  ),
  'ruleset.effective-before-predecessor': refusal(
    ['生效日期早于前一版本', 'It takes effect before its predecessor'],
    ['填写更晚的日期', 'Give a later date'],
  ),
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
