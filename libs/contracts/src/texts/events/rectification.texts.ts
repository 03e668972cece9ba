import type { StepEvent } from '@duban/domain';
import { opinionVerdictTexts } from '../evaluation-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

export const rectificationTexts = {
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
  DraftResultSubmitted: {
    label: text('报送征求意见稿', 'draft result submitted'),
    zh: ({ draftVersion, itemIds }, { by, on }) =>
      `${by}于${on}报送研究处理情况报告征求意见稿（第 ${draftVersion} 稿），涉及 ${itemIds.length} 项`,
    en: ({ draftVersion, itemIds }, { by, on }) =>
      `${by} submitted draft ${draftVersion} of the handling report on ${on}, covering ${itemIds.length} item(s)`,
  },
  CommitteeOpinionGiven: {
    label: text('专工委反馈意见', 'committee opinion given'),
    zh: ({ draftVersion, verdict, comments }, { by, on }) =>
      `${by}于${on}对第 ${draftVersion} 稿反馈意见：${opinionVerdictTexts[verdict].zh}，${comments.length} 条意见`,
    en: ({ draftVersion, verdict, comments }, { by, on }) =>
      `${by} gave its opinion on draft ${draftVersion} on ${on}: ${opinionVerdictTexts[verdict].en}, ${comments.length} comment(s)`,
  },
  ResultSubmitted: {
    label: text('报送', 'result submitted'),
    zh: ({ reportNo, claims, submittedOn }, { by, date }) =>
      `${by}于${date(submittedOn)}报送研究处理情况报告 ${reportNo}，涉及 ${claims.length} 项`,
    en: ({ reportNo, claims, submittedOn }, { by, date }) =>
      `${by} submitted handling report ${reportNo} on ${date(submittedOn)}, covering ${claims.length} item(s)`,
  },
  ResultAccepted: {
    label: text('接收', 'result accepted'),
    zh: ({ reportNo, itemIds, acceptedBy }, { on, name }) =>
      `${name(acceptedBy)}于${on}接收报告 ${reportNo} 进入评价，涉及 ${itemIds.length} 项`,
    en: ({ reportNo, itemIds, acceptedBy }, { on, name }) =>
      `${name(acceptedBy)} accepted report ${reportNo} for evaluation on ${on}, for ${itemIds.length} item(s)`,
  },
  ResultReturned: {
    label: text('退回补办', 'result returned'),
    zh: ({ reportNo, itemIds, defects }, { by, on }) =>
      `${by}于${on}退回报告 ${reportNo} 补办，涉及 ${itemIds.length} 项，问题 ${defects.length} 处`,
    en: ({ reportNo, itemIds, defects }, { by, on }) =>
      `${by} returned report ${reportNo} on ${on} for ${itemIds.length} item(s), naming ${defects.length} defect(s)`,
  },
} satisfies Partial<EventTexts<StepEvent>>;
