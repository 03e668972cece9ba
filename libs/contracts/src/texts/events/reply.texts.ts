import type { ReplyEvaluated } from '@duban/domain';
import type { DubanEvent } from '../../events/event-types.ts';
import { dimensionTexts, gradeTexts, roundTexts } from '../evaluation-terms.texts.ts';
import { stageTexts } from '../item-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

type Dimensions = ReplyEvaluated['data']['dimensions'];
const gradesZh = (dimensions: Dimensions): string =>
  dimensions
    .map(({ dimension, grade }) => `${dimensionTexts[dimension].zh}${gradeTexts[grade].zh}`)
    .join(',');
const gradesEn = (dimensions: Dimensions): string =>
  dimensions
    .map(({ dimension, grade }) => `${dimensionTexts[dimension].en} ${gradeTexts[grade].en}`)
    .join(', ');

/** Replies to deputies' suggestions, and items that came from a register. */
export const replyTexts = {
  ReplySent: {
    label: text('答复', 'reply sent'),
    zh: ({ itemId, replyNo, class: letter, commitments, sentOn }, { by, item, date }) =>
      `${by}于${date(sentOn)}就${item(itemId)}作出 ${letter} 类答复（${replyNo}），承诺事项 ${commitments.length} 件`,
    en: ({ itemId, replyNo, class: letter, commitments, sentOn }, { by, item, date }) =>
      `${by} replied on ${item(itemId)} on ${date(sentOn)} (${replyNo}, class ${letter}) with ${commitments.length} commitment(s)`,
  },
  ReplyEvaluated: {
    label: text('代表评价', 'reply evaluated'),
    zh: ({ replyNo, round, evaluator, organ, dimensions }, { on, name }) =>
      `${name(evaluator)}于${on}对${name(organ)}的答复 ${replyNo} 作${roundTexts[round].zh}:${gradesZh(dimensions)}`,
    en: ({ replyNo, round, evaluator, organ, dimensions }, { on, name }) =>
      `${name(evaluator)} gave the ${roundTexts[round].en} of ${name(organ)}’s reply ${replyNo} on ${on}: ${gradesEn(dimensions)}`,
  },
  CommitmentFulfilled: {
    label: text('承诺兑现', 'commitment fulfilled'),
    zh: ({ itemId, commitmentId }, { by, on, item }) =>
      `${by}于${on}兑现${item(itemId)}的承诺 ${commitmentId}`,
    en: ({ itemId, commitmentId }, { by, on, item }) =>
      `${by} fulfilled commitment ${commitmentId} on ${item(itemId)} on ${on}`,
  },
  CommitmentRolledOver: {
    label: text('承诺结转', 'commitment rolled over'),
    zh: ({ itemId, commitmentId, newDueOn, explanation }, { by, item, date }) =>
      `${by}将${item(itemId)}的承诺 ${commitmentId} 结转至${date(newDueOn)}，说明：${explanation}`,
    en: ({ itemId, commitmentId, newDueOn, explanation }, { by, item, date }) =>
      `${by} rolled commitment ${commitmentId} on ${item(itemId)} over to ${date(newDueOn)}: ${explanation}`,
  },
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
} satisfies Partial<EventTexts<DubanEvent>>;
