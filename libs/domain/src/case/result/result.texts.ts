import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { opinionVerdictTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** Drafts, opinions and results. */
export const resultTexts = {
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
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about drafts and results. */
export const resultRefusals: RefusalTexts<CodesOf<CaseRejection, 'result'>> = {
  'result.co-opinions-open': refusal(
    ['仍有会办意见未提交也未记录缺席', 'A co-opinion is neither in nor recorded as missing'],
    ['催办会办单位，或记录其未提交', 'Chase the co-organ, or record the absence'],
  ),
  'result.leads-silent': refusal(
    ['分办单位尚未报告完成情况', 'An organ that handles its part separately has not answered'],
    [
      '由 details.organs 报告进展，完成百分之百或写明存在的困难',
      'Have details.organs report progress: all done, or what stands in the way',
    ],
  ),
  'result.draft-unknown': refusal(
    ['没有征求意见稿', 'There is no draft'],
    ['先报送征求意见稿', 'Submit a draft first'],
  ),
  'result.opinion-missing': refusal(
    ['专工委尚未对最新稿反馈意见', 'The committee has not given its opinion on the latest draft'],
    ['等待反馈意见后再报送', 'Wait for its opinion on the latest draft'],
  ),
  'result.departure-unexplained': refusal(
    ['未按意见修改，且没有说明理由', 'The report departs from the opinion without a reason'],
    ['写明不采纳的理由', 'State why it departs'],
  ),
  'result.claims-incomplete': refusal(
    ['没有逐项写明办理结果和佐证', 'A claimed disposition or its evidence is missing for an item'],
    ['逐项补齐', 'Complete it item by item'],
  ),
  'result.number-taken': refusal(
    ['该报告编号已用于另一份报告', 'The report number belongs to another report'],
    ['换一个报告编号', 'Choose another report number'],
  ),
  'result.defects-missing': refusal(
    ['退回没有写明问题', 'The return names no defect'],
    ['写明需要补办的问题', 'Name what must be mended'],
  ),
  'result.unknown': refusal(
    ['没有这份报告', 'There is no such report'],
    ['核对报告编号', 'Check the report number'],
  ),
};
