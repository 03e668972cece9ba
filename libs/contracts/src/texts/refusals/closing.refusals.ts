import type { CaseRejection } from '@duban/domain';
import { refusal, type CodesOf, type RefusalTexts } from './refusal.ts';

/** Refusals about closing, look-back, reopening, merging, withdrawing and imports. */
export const closingRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'closing' | 'look-back' | 'reopen' | 'merge' | 'withdraw' | 'import'>
> = {
  'closing.dissatisfied': refusal(
    ['评价为不满意，不能销号', 'The item was evaluated as dissatisfied and cannot be closed'],
    ['继续整改', 'Go on rectifying'],
  ),
  'closing.not-concluded': refusal(
    ['评价尚未有结论', 'The evaluation is not concluded'],
    ['先作出评价结论', 'Conclude the evaluation first'],
  ),
  'closing.verifier-is-handler': refusal(
    ['核查单位就是承办单位', 'The verifier is a handling organ of the item'],
    ['由其他单位核查', 'Have another organ verify it'],
  ),
  'closing.disposition-missing': refusal(
    ['没有写明办理结果', 'No disposition is stated'],
    ['选择办理结果', 'Choose a disposition'],
  ),
  'closing.commitments-open': refusal(
    ['仍有承诺未兑现', 'A commitment is not fulfilled'],
    ['兑现或结转承诺', 'Fulfil it or roll it over'],
  ),
  'look-back.not-due': refusal(
    ['回头看的时间未到', 'The look-back is not due yet'],
    ['到期后再进行', 'Wait for its date'],
  ),
  'look-back.not-scheduled': refusal(
    ['没有安排回头看', 'No look-back is scheduled'],
    ['先安排回头看', 'Schedule it first'],
  ),
  'look-back.later-than-mandatory': refusal(
    ['晚于规定的回头看期限', 'The date is later than the mandatory look-back'],
    ['改为规定期限以内', 'Choose a date within the limit'],
  ),
  'reopen.no-relapse': refusal(
    ['没有发现反弹，不能重启', 'No relapse was found, so nothing can be reopened'],
    ['先记录回头看结果', 'Record the look-back first'],
  ),
  'reopen.due-in-past': refusal(
    ['重启后的期限早于今天', 'The new due date lies in the past'],
    ['填写更晚的期限', 'Give a later date'],
  ),
  'merge.into-itself': refusal(
    ['不能并入自身', 'An item cannot be merged into itself'],
    ['选择另一事项', 'Choose another item'],
  ),
  'merge.cycle': refusal(
    ['会形成循环并案', 'The merge would close a ring'],
    ['并入最终的事项', 'Merge into the final item'],
  ),
  'merge.other-source-type': refusal(
    ['来源类型不同，不能并案', 'The source types differ'],
    ['改为关联', 'Link the two instead'],
  ),
  'merge.other-addressee': refusal(
    ['受文机关不同，不能并案', 'The addressees differ'],
    ['改为关联', 'Link the two instead'],
  ),
  'withdraw.not-issuer': refusal(
    ['只有提出方可以撤回', 'Only the issuer may withdraw'],
    ['请提出方撤回', 'Ask the issuer'],
  ),
  'withdraw.consent-missing': refusal(
    ['联名建议须全体联名人同意', 'A joint suggestion needs the consent of every co-signer'],
    ['补齐书面同意', 'Obtain the missing consents in writing'],
  ),
  'import.outside-batch': refusal(
    [
      '台账事项只能整册导入，不能单独登记或撤销',
      'Items of a register come in, and are taken back, with their register only',
    ],
    [
      '用 duban import 导入台账文件，或按批次撤销；新事项请立案登记',
      'Import the register’s file with duban import, or take the batch back; open a case for a new matter',
    ],
  ),
  'import.date-impossible': refusal(
    [
      '台账中的交办日期或办结日期早于1949年10月1日，或晚于今天',
      'The register’s date lies before 1 October 1949 or in the future',
    ],
    ['在台账文件中改正该行的日期后重新导入', 'Mend the date of the row in the file and import it again'],
  ),
  'import.facts-differ': refusal(
    ['同一行已以不同内容导入', 'The row was already imported with other facts'],
    ['核对台账；内容有变的先撤销原导入', 'Check the register; take the earlier import back first'],
  ),
  'import.not-imported': refusal(
    ['该事项不是导入的', 'The item was not imported'],
    ['无需撤销', 'Nothing to take back'],
  ),
  'import.other-batch': refusal(
    ['该事项属于另一批导入', 'The item belongs to another batch'],
    ['撤销所属批次', 'Take back the batch it belongs to'],
  ),
  'import.moved-on': refusal(
    ['导入后已有办理，不能撤销', 'The item has moved on since the import'],
    ['改为撤回或继续办理', 'Withdraw it, or go on'],
  ),
};
