import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { NewAssignment } from './new-assignment.ts';
import { assignmentRoleTexts, clockRuleTexts } from '../item-terms.texts.ts';
import { returnReasonTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import type { Telling } from '../../texts/telling.ts';
import { text } from '../../texts/text.ts';

const organsZh = (assignments: readonly NewAssignment[], { name }: Telling): string =>
  assignments.map(({ organ, role }) => `${name(organ)}(${assignmentRoleTexts[role].zh})`).join('、');
const organsEn = (assignments: readonly NewAssignment[], { name }: Telling): string =>
  assignments.map(({ organ, role }) => `${name(organ)} (${assignmentRoleTexts[role].en})`).join(', ');

/** From registration to a handling organ, and back. */
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
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about lists, assignments, receipts and returns. */
export const assignmentRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'list' | 'assignment' | 'receipt' | 'return' | 'co-opinion'>
> = {
  'list.number-taken': refusal(
    ['该清单号已用于另一份清单', 'The list number belongs to another list'],
    ['换一个清单号', 'Choose another list number'],
  ),
  'assignment.needs-one-lead': refusal(
    ['须有一个主办单位，或两个以上分办单位', 'It takes exactly one lead, or two or more separate organs'],
    ['调整承办单位的角色', 'Change the roles of the organs'],
  ),
  'assignment.organ-doubled': refusal(
    ['同一单位被列了两次', 'An organ is named twice'],
    ['每个单位只列一次', 'Name each organ once'],
  ),
  'assignment.unknown': refusal(
    ['没有这个交办记录', 'There is no such assignment'],
    ['核对交办编号', 'Check the assignment id'],
  ),
  'assignment.ended': refusal(
    ['该交办已经结束', 'The assignment has ended'],
    ['在现行交办上办理', 'Act on the assignment that is in force'],
  ),
  'assignment.id-taken': refusal(
    ['该交办编号已用于另一项交办', 'The assignment id is taken'],
    ['换一个交办编号', 'Choose another assignment id'],
  ),
  'assignment.wrong-role': refusal(
    ['该单位的承办角色不能这样办理', 'The organ’s role does not allow this'],
    ['由主办或会办单位按其角色办理', 'Let the organ with the right role act'],
  ),
  'assignment.not-addressee': refusal(
    ['不是该交办的对象', 'You are not the addressee of this assignment'],
    ['由被交办单位签收、办理', 'Let the addressed organ act'],
  ),
  'assignment.other-addressee': refusal(
    ['与案件的法定受文机关不一致', 'The addressee differs from the legal addressee of the case'],
    ['向案件的受文机关交办，或另立新案', 'Assign to the addressee of the case, or open another case'],
  ),
  'assignment.due-in-past': refusal(
    ['期限早于今天', 'The due date lies in the past'],
    ['重新确定期限', 'Set a later due date'],
  ),
  'assignment.date-of-lead': refusal(
    ['会办单位的变更不改变主办期限', 'A change of a co-organ does not move the date of the lead'],
    ['不填期限；会办意见期限按规则推算', 'Leave the date out: that of its opinion follows from the rules'],
  ),
  'receipt.already-given': refusal(
    ['已经签收', 'Receipt was already acknowledged'],
    ['无需再次签收', 'Nothing to do'],
  ),
  'return.window-passed': refusal(
    ['已过申请退回的期限', 'The window for returning has passed'],
    ['继续办理；确需调整的由督办机构改办', 'Handle it; if it must move, the supervision office reassigns it'],
  ),
  'return.leader-designates': refusal(
    ['已两次退回，由领导指定承办单位', 'It was returned twice: a leader designates the organ'],
    ['请领导指定承办单位', 'Have the leader designate the handling organ'],
  ),
  'return.none-requested': refusal(
    ['没有待决定的退回申请', 'No return is waiting for a decision'],
    ['刷新后查看', 'Reload and look again'],
  ),
  'co-opinion.not-a-co-organ': refusal(
    ['不是该事项的会办单位', 'Your organ is not a co-organ of this item'],
    ['由会办单位提交意见', 'Let the co-organ submit its opinion'],
  ),
  'co-opinion.not-yet-due': refusal(
    ['会办意见期限未到', 'The co-opinion is not due yet'],
    ['期限过后再记录未提交', 'Record its absence after the due date'],
  ),
  'co-opinion.received': refusal(
    ['会办意见已经提交', 'The co-opinion is already in'],
    ['不能再记录为未提交', 'It cannot be recorded as missed'],
  ),
};
