import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { stageTexts } from '../item-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** Items that came from a register. */
export const importTexts = {
  ItemImported: {
    label: text('导入', 'item imported'),
    zh: ({ title, register, stage }) =>
      `自台账《${register.name}》第 ${register.row} 行导入“${title}”（${stageTexts[stage].zh}；导入，非本系统记录过程）`,
    en: ({ title, register, stage }) =>
      `“${title}” was imported from row ${register.row} of “${register.name}” as ${stageTexts[stage].en} (imported, not observed)`,
  },
  ItemImportTakenBack: {
    label: text('导入撤销', 'import taken back'),
    zh: ({ itemId, batchId, reason }, { by, on, item }) =>
      `${by}于${on}撤销${item(itemId)}的导入（批次 ${batchId}），理由：${reason}`,
    en: ({ itemId, batchId, reason }, { by, on, item }) =>
      `${by} took back the import of ${item(itemId)} on ${on} (batch ${batchId}): ${reason}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about imports. */
export const importRefusals: RefusalTexts<CodesOf<CaseRejection, 'import'>> = {
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
