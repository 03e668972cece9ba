import { text, type Text } from '@duban/domain/texts';

/** What the label of a field cannot say and who fills it in has to know. Most fields need none. */
const fieldHelps: Readonly<Record<string, Text>> = {
  atOrBelowWorkingDays: text(
    '距期限的工作日数不多于此数时亮灯，负数为已逾期；留空则总是亮灯。按顺序取第一条符合的',
    'lit when at most so many working days are left, negative: overdue; empty: always lit. The first that holds wins',
  ),
  basicPerMille: text(
    '加权满意率达到此千分比为基本满意',
    'weighted positive rate from which it is basic, in ‰',
  ),
  confirmedByOne: text(
    '人手不足时可由一人办理的事项，每次办理都会列入异常清单',
    'what one person may do alone where there are too few; each use is listed',
  ),
  daysFromDue: text('日历日；负数为到期之前', 'calendar days; negative: before the due date'),
  effectiveFrom: text(
    '自此日起的新交办适用；已交办的案件适用交办时的规则',
    'new assignments take it from this day; cases keep the one they were assigned under',
  ),
  failure: text(
    '同一事项第几次不满意，从 1 起连续编号',
    'the n-th dissatisfied conclusion of one item, from 1 without gaps',
  ),
  goodPerMille: text('加权满意率达到此千分比为满意', 'weighted positive rate from which it is good, in ‰'),
  minimumValid: text('有效答卷少于此数时仅供参考', 'with fewer valid answers a survey is indicative only'),
  notice: text('公布放假安排的文件', 'the notice that the days were published in'),
  publishWithinDays: text('日历日；留空为 20 天', 'calendar days; empty: 20'),
  requiredInstruments: text(
    '按监督形式列出评价前必备的方式',
    'what must be there before a case of this form is concluded',
  ),
  restDays: text(
    '放假通知列为休息的日子及其节日',
    'days that the notice makes rest days, each with its holiday',
  ),
  secondEvaluationWaivedFor: text('答复类别的字母', 'letters of classes of replies'),
  threshold: text(
    '票数与计算基数之比须大于此分数，不含等于',
    'ballots over the denominator must be above this fraction; equal is not enough',
  ),
  version: text('首个版本为 1，其后逐一递增', 'the first is 1, each next one by one more'),
  workDays: text(
    '调为工作日的周末及其所调的节日',
    'weekend days that are worked, each with the holiday it makes up for',
  ),
};

export const fieldHelp = (name: string): Text | undefined =>
  Object.hasOwn(fieldHelps, name) ? fieldHelps[name] : undefined;
