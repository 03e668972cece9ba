import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { deadlineTexts } from '../clock-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** Plans, progress, dates and what moves them. */
export const rectificationTexts = {
  DueDateRecomputed: {
    label: text('期限重算', 'due date recomputed'),
    zh: ({ itemId, which, before, after }, { item, date }) =>
      `按日历 ${after.calendar} 重算${item(itemId)}的${deadlineTexts[which].zh}：由${date(before.date)}改为${date(after.date)}`,
    en: ({ itemId, which, before, after }, { item, date }) =>
      `By calendar ${after.calendar}, the ${deadlineTexts[which].en} of ${item(itemId)} went from ${date(before.date)} to ${date(after.date)}`,
  },
  PlanFiled: {
    label: text('报送整改方案', 'plan filed'),
    zh: ({ itemId, planVersion, measures }, { by, on, item }) =>
      `${by}于${on}报送${item(itemId)}的整改方案（第 ${planVersion} 版），共 ${measures.length} 项措施`,
    en: ({ itemId, planVersion, measures }, { by, on, item }) =>
      `${by} filed version ${planVersion} of the plan for ${item(itemId)} on ${on}, with ${measures.length} measure(s)`,
  },
  PlanReturned: {
    label: text('退回整改方案', 'plan returned'),
    zh: ({ itemId, planVersion, reason }, { by, on, item }) =>
      `${by}于${on}退回${item(itemId)}的整改方案（第 ${planVersion} 版），理由：${reason}`,
    en: ({ itemId, planVersion, reason }, { by, on, item }) =>
      `${by} returned version ${planVersion} of the plan for ${item(itemId)} on ${on}: ${reason}`,
  },
  ProgressReported: {
    label: text('报告进展', 'progress reported'),
    zh: ({ itemId, periodEnd, percent }, { by, item, date }) =>
      `${by}报告${item(itemId)}截至${date(periodEnd)}自报完成 ${percent}%`,
    en: ({ itemId, periodEnd, percent }, { by, item, date }) =>
      `${by} reports ${item(itemId)} as ${percent} % done by ${date(periodEnd)} (its own claim)`,
  },
  ExtensionRequested: {
    label: text('申请延期', 'extension requested'),
    zh: ({ itemId, requestedDue, requestedOn, reason }, { by, item, date }) =>
      `${by}于${date(requestedOn)}申请将${item(itemId)}延期至${date(requestedDue)}，理由：${reason}`,
    en: ({ itemId, requestedDue, requestedOn, reason }, { by, item, date }) =>
      `${by} asked on ${date(requestedOn)} to extend ${item(itemId)} to ${date(requestedDue)}: ${reason}`,
  },
  ExtensionGranted: {
    label: text('同意延期', 'extension granted'),
    zh: ({ itemId, newDue, decidedBy, count }, { on, item, name, date }) =>
      `${name(decidedBy)}于${on}同意${item(itemId)}第 ${count} 次延期，至${date(newDue.date)}`,
    en: ({ itemId, newDue, decidedBy, count }, { on, item, name, date }) =>
      `${name(decidedBy)} granted extension no. ${count} of ${item(itemId)} on ${on}, to ${date(newDue.date)}`,
  },
  ExtensionRefused: {
    label: text('不同意延期', 'extension refused'),
    zh: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)}于${on}不同意${item(itemId)}延期，理由：${reason}`,
    en: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)} refused to extend ${item(itemId)} on ${on}: ${reason}`,
  },
  DeadlineApproaching: {
    label: text('临期', 'deadline approaching'),
    zh: ({ itemId, dueDate, daysLeft }, { item, date }) =>
      `${item(itemId)}将于${date(dueDate)}到期，还有 ${daysLeft} 天`,
    en: ({ itemId, dueDate, daysLeft }, { item, date }) =>
      `${item(itemId)} is due on ${date(dueDate)}, in ${daysLeft} day(s)`,
  },
  DeadlineMissed: {
    label: text('逾期', 'deadline missed'),
    zh: ({ itemId, dueDate, daysLate }, { item, date }) =>
      `${item(itemId)}应于${date(dueDate)}办结，已逾期 ${daysLate} 天`,
    en: ({ itemId, dueDate, daysLate }, { item, date }) =>
      `${item(itemId)} was due on ${date(dueDate)} and is ${daysLate} day(s) late`,
  },
  ItemSuspended: {
    label: text('中止', 'item suspended'),
    zh: ({ itemId, ground, reviewDate, suspendedOn }, { by, item, date }) =>
      `${by}于${date(suspendedOn)}中止${item(itemId)}的办理（${ground}），${date(reviewDate)}复核`,
    en: ({ itemId, ground, reviewDate, suspendedOn }, { by, item, date }) =>
      `${by} suspended ${item(itemId)} on ${date(suspendedOn)} (${ground}), to be reviewed on ${date(reviewDate)}`,
  },
  ItemResumed: {
    label: text('恢复', 'item resumed'),
    zh: ({ itemId, daysSuspended, newDue, resumedOn }, { by, item, date }) =>
      `${by}于${date(resumedOn)}恢复${item(itemId)}的办理，中止 ${daysSuspended} 天，新期限${date(newDue.date)}`,
    en: ({ itemId, daysSuspended, newDue, resumedOn }, { by, item, date }) =>
      `${by} resumed ${item(itemId)} on ${date(resumedOn)} after ${daysSuspended} day(s), now due ${date(newDue.date)}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about plans, progress, extensions and suspension. */
export const rectificationRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'plan' | 'progress' | 'extension' | 'suspension'>
> = {
  'plan.empty': refusal(
    ['方案没有任何措施', 'The plan has no measure'],
    ['至少写明一项措施', 'State at least one measure'],
  ),
  'plan.incomplete': refusal(
    ['措施缺少责任岗位、时限或指标', 'A measure lacks its post, milestone or indicator'],
    ['补齐提示的内容', 'Complete what the details name'],
  ),
  'plan.none-filed': refusal(
    ['没有可退回的方案', 'No plan is filed that could be returned'],
    ['等待主办单位报送方案', 'Wait for the lead organ’s plan'],
  ),
  'progress.unknown-measure': refusal(
    ['进展中有方案没有的措施', 'The progress names a measure that the plan does not have'],
    ['按现行方案的措施报告', 'Report on the measures of the present plan'],
  ),
  'extension.after-deadline': refusal(
    ['已过期限，不能再申请延期', 'The deadline has passed, so no extension can be asked for'],
    ['尽快办结并说明情况', 'Finish and explain the delay'],
  ),
  'extension.date-passed': refusal(
    ['同意的新期限在作出决定时已经过去', 'The date to be granted has passed by the day of the decision'],
    [
      '填写决定之日或以后的日期，或不同意延期',
      'Name the day of the decision or a later one, or refuse the extension',
    ],
  ),
  'extension.limit-reached': refusal(
    ['延期次数已用完', 'No further extension is allowed'],
    ['按现期限办结', 'Finish by the present due date'],
  ),
  'extension.too-long': refusal(
    ['延期超过允许的长度', 'The extension is longer than allowed'],
    ['缩短延期', 'Ask for a shorter one'],
  ),
  'extension.not-later': refusal(
    ['新期限不晚于现期限', 'The new date is not later than the present one'],
    ['填写更晚的日期', 'Give a later date'],
  ),
  'extension.none-requested': refusal(
    ['没有待决定的延期申请', 'No extension is waiting for a decision'],
    ['刷新后查看', 'Reload and look again'],
  ),
  'extension.pending': refusal(
    ['已有延期申请待决定', 'An extension is already waiting for a decision'],
    ['等待决定', 'Wait for the decision'],
  ),
  'extension.standing-committee-only': refusal(
    ['决议规定的期限只能由常委会延长', 'Only the Standing Committee may extend a date fixed in a resolution'],
    [
      '提请常委会决定；常委会决定的登记将在后续版本提供，在此之前期限不变',
      'Put it before the Standing Committee; its decisions are recorded here with a later release, until then the date stands',
    ],
  ),
  'suspension.ground-not-listed': refusal(
    ['中止理由不在规定范围', 'The ground for suspension is not listed'],
    ['选择规则集列明的理由', 'Choose a ground that the rule set lists'],
  ),
  'suspension.review-in-past': refusal(
    ['复核日期早于今天', 'The review date lies in the past'],
    ['填写今天以后的日期', 'Give a later date'],
  ),
};
