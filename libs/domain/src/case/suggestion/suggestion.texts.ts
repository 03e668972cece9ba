import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ReplyEvaluated } from './evaluate-reply.step.ts';
import { gradeTexts, dimensionTexts, roundTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

type Dimensions = ReplyEvaluated['data']['dimensions'];
const gradesZh = (dimensions: Dimensions): string =>
  dimensions
    .map(({ dimension, grade }) => `${dimensionTexts[dimension].zh}${gradeTexts[grade].zh}`)
    .join(',');
const gradesEn = (dimensions: Dimensions): string =>
  dimensions
    .map(({ dimension, grade }) => `${dimensionTexts[dimension].en} ${gradeTexts[grade].en}`)
    .join(', ');

/** Replies to deputies’ suggestions, and what became of their promises. */
export const suggestionTexts = {
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
  CommitmentJudged: {
    label: text('承诺核实', 'commitment verified or not'),
    zh: ({ itemId, commitmentId, verified, ground }, { by, on, item }) =>
      `${by}于${on}核实${item(itemId)}的承诺 ${commitmentId}：${verified ? '属实' : '不属实'}，理由：${ground}`,
    en: ({ itemId, commitmentId, verified, ground }, { by, on, item }) =>
      `${by} ${verified ? 'verified' : 'did not verify'} on ${on} what was said of commitment ${commitmentId} on ${item(itemId)}: ${ground}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about replies to suggestions, their evaluation and commitments. */
export const suggestionRefusals: RefusalTexts<CodesOf<CaseRejection, 'reply' | 'commitment'>> = {
  'reply.not-a-suggestion': refusal(
    ['不是代表建议，不作答复', 'Only suggestions are replied to'],
    ['按报告程序报送', 'Submit a handling report instead'],
  ),
  'reply.number-taken': refusal(
    ['该答复编号已用于另一份答复', 'The reply number belongs to another reply'],
    ['换一个答复编号', 'Choose another number'],
  ),
  'reply.class-unknown': refusal(
    ['答复类别不在该分类办法中', 'The scheme has no such class'],
    ['选择该办法的类别', 'Choose a class of the scheme'],
  ),
  'reply.unknown': refusal(
    ['没有这份答复', 'There is no such reply'],
    ['核对答复编号', 'Check the reply number'],
  ),
  'reply.not-a-proposer': refusal(
    ['评价人不是该建议的提出人', 'The evaluator is not a proposer of the suggestion'],
    ['由提出或联名代表评价', 'Have a proposer or co-signer evaluate it'],
  ),
  'reply.reasons-missing': refusal(
    ['不满意须写明理由', 'Dissatisfaction needs written reasons'],
    ['写明理由', 'State the reasons'],
  ),
  'reply.round-closed': refusal(
    ['该轮评价未开始或已结束', 'This round of evaluation is not open'],
    ['查看当前轮次', 'Look at the present round'],
  ),
  'reply.already-evaluated': refusal(
    ['该代表本轮已经评价', 'This deputy has already evaluated in this round'],
    ['如系误评，由本人更正', 'If it was a mistake, the deputy corrects it'],
  ),
  'reply.organ-not-handling': refusal(
    ['被评价单位没有承办该事项', 'The organ evaluated does not handle the item'],
    ['选择承办单位', 'Choose a handling organ'],
  ),
  'reply.dimensions-wrong': refusal(
    ['评价维度缺失或重复', 'A dimension is missing or doubled'],
    ['办理态度和办理结果各评一次', 'Grade attitude and result once each'],
  ),
  'reply.proposer-not-answered': refusal(
    ['仍有提出人没有得到答复', 'A proposer has not been answered'],
    ['逐一答复每位代表', 'Answer every proposer'],
  ),
  'commitment.unknown': refusal(
    ['没有这项承诺', 'There is no such commitment'],
    ['核对承诺编号', 'Check the commitment id'],
  ),
  'commitment.not-yours': refusal(
    ['这项承诺不是本单位作出的', 'Another organ made this commitment'],
    [
      '由所列单位办理，或请监督机构登记',
      'Have the organ in the details do it, or ask the office to record it',
    ],
  ),
  'commitment.fulfilled': refusal(
    ['承诺已经兑现', 'The commitment is already fulfilled'],
    ['无需处理', 'Nothing to do'],
  ),
  'commitment.id-taken': refusal(
    ['该承诺编号已使用', 'The commitment id is taken'],
    ['换一个编号', 'Choose another id'],
  ),
  'commitment.not-later': refusal(
    ['新日期不晚于原日期', 'The new date is not later'],
    ['填写更晚的日期', 'Give a later date'],
  ),
  'commitment.unexplained': refusal(
    ['结转或核实没有书面说明', 'The roll-over or the verification is not explained'],
    ['写明原因', 'Explain it in writing'],
  ),
  'commitment.nothing-stated': refusal(
    ['承办单位尚未说明这项承诺的办理情况', 'Nobody has said yet what became of the commitment'],
    ['先由承办单位登记兑现或结转', 'Have the organ record that it is fulfilled, or roll it over'],
  ),
  'commitment.judged': refusal(
    ['这一说明已经核实', 'What was said of the commitment has been looked at already'],
    ['承办单位重新说明后再核实', 'Verify it again once the organ has said something new'],
  ),
  'commitment.own-statement': refusal(
    ['不能核实自己登记的说明', 'Nobody verifies what they recorded themselves'],
    ['由另一人核实', 'Have another person verify it'],
  ),
};
