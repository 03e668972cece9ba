import type { CaseRejection } from '@duban/domain';
import { refusal, type CodesOf, type RefusalTexts } from './refusal.ts';

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
