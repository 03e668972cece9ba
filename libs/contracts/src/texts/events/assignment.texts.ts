import type { NewAssignment } from '@duban/domain';
import type { DubanEvent } from '../../events/event-types.ts';
import { deadlineTexts } from '../clock-terms.texts.ts';
import { returnReasonTexts } from '../evaluation-terms.texts.ts';
import { assignmentRoleTexts, clockRuleTexts } from '../item-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';
import type { Telling } from './telling.ts';

const organsZh = (assignments: readonly NewAssignment[], { name }: Telling): string =>
  assignments.map(({ organ, role }) => `${name(organ)}(${assignmentRoleTexts[role].zh})`).join('、');
const organsEn = (assignments: readonly NewAssignment[], { name }: Telling): string =>
  assignments.map(({ organ, role }) => `${name(organ)} (${assignmentRoleTexts[role].en})`).join(', ');

export const assignmentTexts = {
  ItemRegistered: {
    label: text('登记', 'item registered'),
    zh: ({ title }, { by, on }) => `${by}于${on}登记“${title}”`,
    en: ({ title }, { by, on }) => `${by} registered “${title}” on ${on}`,
  },
  ListApproved: {
    label: text('清单审定', 'list approved'),
    zh: ({ listNo, itemIds, approvedBy }, { on, name }) =>
      `${name(approvedBy)}于${on}审定清单 ${listNo}，共 ${itemIds.length} 项`,
    en: ({ listNo, itemIds, approvedBy }, { on, name }) =>
      `${name(approvedBy)} approved list ${listNo} with ${itemIds.length} item(s) on ${on}`,
  },
  ItemAssigned: {
    label: text('交办', 'item assigned'),
    zh: ({ itemId, assignments, assignedOn, due }, tell) =>
      `${tell.by}于${tell.date(assignedOn)}将${tell.item(itemId)}交办${organsZh(assignments, tell)}，限${tell.date(due.date)}前办结`,
    en: ({ itemId, assignments, assignedOn, due }, tell) =>
      `${tell.by} assigned ${tell.item(itemId)} to ${organsEn(assignments, tell)} on ${tell.date(assignedOn)}, due ${tell.date(due.date)}`,
  },
  ReceiptAcknowledged: {
    label: text('签收', 'receipt acknowledged'),
    zh: ({ itemId, receivedOn }, { by, date, item }) => `${by}于${date(receivedOn)}签收${item(itemId)}`,
    en: ({ itemId, receivedOn }, { by, date, item }) =>
      `${by} acknowledged receipt of ${item(itemId)} on ${date(receivedOn)}`,
  },
  ReturnRequested: {
    label: text('申请退回', 'return requested'),
    zh: ({ itemId, reasonCode, proposedOrgan, requestedOn }, { by, date, item, name }) =>
      `${by}于${date(requestedOn)}申请退回${item(itemId)}（${returnReasonTexts[reasonCode].zh}），建议由${name(proposedOrgan)}承办`,
    en: ({ itemId, reasonCode, proposedOrgan, requestedOn }, { by, date, item, name }) =>
      `${by} asked on ${date(requestedOn)} to return ${item(itemId)} (${returnReasonTexts[reasonCode].en}), proposing ${name(proposedOrgan)}`,
  },
  ReturnAccepted: {
    label: text('同意退回', 'return accepted'),
    zh: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)}于${on}同意退回${item(itemId)}，理由：${reason}`,
    en: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)} accepted the return of ${item(itemId)} on ${on}: ${reason}`,
  },
  ReturnRefused: {
    label: text('不同意退回', 'return refused'),
    zh: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)}于${on}不同意退回${item(itemId)}，理由：${reason}`,
    en: ({ itemId, decidedBy, reason }, { on, item, name }) =>
      `${name(decidedBy)} refused the return of ${item(itemId)} on ${on}: ${reason}`,
  },
  ItemReassigned: {
    label: text('改办', 'item reassigned'),
    zh: ({ itemId, endedAssignmentId, assignment, clockRule, due, reassignedOn }, tell) =>
      `${tell.by}于${tell.date(reassignedOn)}将${tell.item(itemId)}${endedAssignmentId === null ? '增加' : '改由'}${organsZh([assignment], tell)}承办，${clockRuleTexts[clockRule].zh}，期限${tell.date(due.date)}`,
    en: ({ itemId, endedAssignmentId, assignment, clockRule, due, reassignedOn }, tell) =>
      `${tell.by} ${endedAssignmentId === null ? 'added' : 'reassigned to'} ${organsEn([assignment], tell)} for ${tell.item(itemId)} on ${tell.date(reassignedOn)}; ${clockRuleTexts[clockRule].en}, due ${tell.date(due.date)}`,
  },
  DueDateRecomputed: {
    label: text('期限重算', 'due date recomputed'),
    zh: ({ itemId, which, before, after }, { item, date }) =>
      `按日历 ${after.calendar} 重算${item(itemId)}的${deadlineTexts[which].zh}：由${date(before.date)}改为${date(after.date)}`,
    en: ({ itemId, which, before, after }, { item, date }) =>
      `By calendar ${after.calendar}, the ${deadlineTexts[which].en} of ${item(itemId)} went from ${date(before.date)} to ${date(after.date)}`,
  },
  CoOpinionSubmitted: {
    label: text('会办意见', 'co-opinion submitted'),
    zh: ({ itemId, version }, { by, on, item }) =>
      `${by}于${on}提交${item(itemId)}的会办意见（第 ${version} 版）`,
    en: ({ itemId, version }, { by, on, item }) =>
      `${by} submitted version ${version} of its co-opinion on ${item(itemId)} on ${on}`,
  },
  CoOpinionMissed: {
    label: text('会办意见逾期未提交', 'co-opinion missed'),
    zh: ({ itemId, assignmentId, dueDate }, { item, date }) =>
      `${item(itemId)}的会办意见（${assignmentId}）至${date(dueDate)}未提交`,
    en: ({ itemId, assignmentId, dueDate }, { item, date }) =>
      `The co-opinion on ${item(itemId)} (${assignmentId}) was not in by ${date(dueDate)}`,
  },
} satisfies Partial<EventTexts<DubanEvent>>;
