import type { CaseRejection } from '../case.rejections.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';

/** Why something cannot be entered from paper 代录. */
export const paperRefusals: RefusalTexts<CodesOf<CaseRejection, 'paper'>> = {
  'paper.not-for-this-step': refusal(
    ['这一步骤不能代录', 'Nobody transcribes this step'],
    [
      '由有权的机构或本人办理，不填paper；表决一律不代录',
      'Let the competent body or person take it, and leave `paper` out; a vote is never transcribed',
    ],
  ),
  'paper.not-yours-to-enter': refusal(
    ['本机构不代录书面材料', 'Your organ does not transcribe what comes in on paper'],
    [
      '由督办机构或办公厅代录；代表建议也可由牵头的代表工委代录',
      'Leave it to the supervision office or the General Office; of suggestions, also to the committee that leads',
    ],
  ),
  'paper.not-a-party': refusal(
    [
      '来文单位或代表在该事项中没有办理这一步骤的资格',
      'Whoever handed it in has no part in the item that takes this step',
    ],
    [
      '核对来文单位和事项；代表写作 person: 加编号',
      'Check the organ and the item; a deputy is written person:<id>',
    ],
  ),
  'paper.attachment-missing': refusal(
    ['案件附件中没有这份书面材料', 'The paper is not among the files of the case'],
    ['先把扫描件作为附件提交，再以其摘要代录', 'File the scan as an attachment first, then name its digest'],
  ),
  'paper.dated-after-receipt': refusal(
    ['文件日期晚于收文日期', 'The document is dated after the day on which it came in'],
    ['核对文件日期和收文日期', 'Check both days'],
  ),
  'paper.received-in-future': refusal(
    ['收文日期晚于今天', 'The day of receipt lies in the future'],
    ['填写实际收到的日期', 'Give the day on which it came in'],
  ),
  'paper.received-before-assignment': refusal(
    [
      '收文日期早于交办或答复日期',
      'The day of receipt lies before the assignment, or before the reply that is evaluated',
    ],
    ['核对收文日期和事项', 'Check the day and the item'],
  ),
  'paper.number-missing': refusal(
    ['没有填写收文号', 'The incoming number is empty'],
    ['填写收文登记号', 'Give the number under which it was registered'],
  ),
  'paper.number-taken': refusal(
    [
      '该收文号已用于另一份材料，或这份材料已代录过',
      'This incoming number belongs to another paper, or this was entered already',
    ],
    [
      '核对收文号；录错的，更正原记录',
      'Check the number; what was entered wrongly is corrected where it stands',
    ],
  ),
  'paper.time-stated': refusal(
    ['代录不另填发生时间', 'A paper has the day on which it came in, and no other'],
    ['不填发生时间，按收文日期计算', 'Leave the time out: the day of receipt counts'],
  ),
};
