import type { CaseRejection } from '@duban/domain';
import { refusal, type CodesOf, type RefusalTexts } from './refusal.ts';

/** Refusals about plans, progress, extensions, suspension and reports. */
export const rectificationRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'plan' | 'progress' | 'extension' | 'suspension' | 'result'>
> = {
  'plan.empty': refusal(
    ['方案没有任何措施', 'The plan has no measure'],
    ['至少写明一项措施', 'State at least one measure'],
  ),
  'plan.incomplete': refusal(
    ['措施缺少责任岗位、时限或指标', 'A measure lacks its post, milestone or indicator'],
    ['补齐提示的内容', 'Complete what the details name'],
  ),
  'plan.none-filed': refusal(
    ['没有可退回的方案', 'No plan is filed that could be returned'],
    ['等待主办单位报送方案', 'Wait for the lead organ’s plan'],
  ),
  'progress.unknown-measure': refusal(
    ['进展中有方案没有的措施', 'The progress names a measure that the plan does not have'],
    ['按现行方案的措施报告', 'Report on the measures of the present plan'],
  ),
  'extension.after-deadline': refusal(
    ['已过期限，不能再申请延期', 'The deadline has passed, so no extension can be asked for'],
    ['尽快办结并说明情况', 'Finish and explain the delay'],
  ),
  'extension.limit-reached': refusal(
    ['延期次数已用完', 'No further extension is allowed'],
    ['按现期限办结', 'Finish by the present due date'],
  ),
  'extension.too-long': refusal(
    ['延期超过允许的长度', 'The extension is longer than allowed'],
    ['缩短延期', 'Ask for a shorter one'],
  ),
  'extension.not-later': refusal(
    ['新期限不晚于现期限', 'The new date is not later than the present one'],
    ['填写更晚的日期', 'Give a later date'],
  ),
  'extension.none-requested': refusal(
    ['没有待决定的延期申请', 'No extension is waiting for a decision'],
    ['刷新后查看', 'Reload and look again'],
  ),
  'extension.pending': refusal(
    ['已有延期申请待决定', 'An extension is already waiting for a decision'],
    ['等待决定', 'Wait for the decision'],
  ),
  'extension.standing-committee-only': refusal(
    ['决议规定的期限只能由常委会延长', 'Only the Standing Committee may extend a date fixed in a resolution'],
    [
      '提请常委会决定；常委会决定的登记将在后续版本提供，在此之前期限不变',
      'Put it before the Standing Committee; its decisions are recorded here with a later release, until then the date stands',
    ],
  ),
  'suspension.ground-not-listed': refusal(
    ['中止理由不在规定范围', 'The ground for suspension is not listed'],
    ['选择规则集列明的理由', 'Choose a ground that the rule set lists'],
  ),
  'suspension.review-in-past': refusal(
    ['复核日期早于今天', 'The review date lies in the past'],
    ['填写今天以后的日期', 'Give a later date'],
  ),
  'result.co-opinions-open': refusal(
    ['仍有会办意见未提交也未记录缺席', 'A co-opinion is neither in nor recorded as missing'],
    ['催办会办单位，或记录其未提交', 'Chase the co-organ, or record the absence'],
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
