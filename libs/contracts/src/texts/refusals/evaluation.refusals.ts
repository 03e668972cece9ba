import type { CaseRejection } from '@duban/domain';
import { refusal, type CodesOf, type RefusalTexts } from './refusal.ts';

/** Refusals about votes, surveys, appraisals, conclusions and escalation. */
export const evaluationRefusals: RefusalTexts<
  CodesOf<
    CaseRejection,
    'vote' | 'record' | 'survey' | 'appraisal' | 'conclusion' | 'evaluation' | 'escalation'
  >
> = {
  'vote.void': refusal(
    ['收回票数多于发出票数，测评无效', 'More ballots were collected than issued: the vote is void'],
    ['重新测评', 'Vote again'],
  ),
  'vote.counts-wrong': refusal(
    ['票数对不上', 'The counts do not add up'],
    ['按签字的计票单核对', 'Check them against the signed tally'],
  ),
  'record.items-wrong': refusal(
    ['所列事项为空、重复或不在评价中', 'The items named are none, doubled or not under evaluation'],
    ['按评价中的事项填写', 'Name the items that are under evaluation'],
  ),
  'record.id-taken': refusal(
    ['该编号已用于内容不同的记录', 'The id belongs to a record with other facts'],
    ['换一个编号；有误的用更正', 'Choose another id; correct what is wrong'],
  ),
  'survey.collected-by-organ': refusal(
    ['承办单位不得自行组织测评', 'A handling organ may not collect its own evaluation'],
    ['委托无关的第三方', 'Have an unrelated party collect it'],
  ),
  'survey.counts-wrong': refusal(
    ['答卷数对不上', 'The counts of answers do not add up'],
    ['按数据集核对', 'Check them against the dataset'],
  ),
  'appraisal.scores-wrong': refusal(
    ['评议分数不在 0 至 100', 'A score is not between 0 and 100'],
    ['核对分数', 'Check the scores'],
  ),
  'conclusion.instrument-missing': refusal(
    ['缺少规定的评价方式', 'A required instrument is missing'],
    ['先完成提示的评价', 'Record what the details name first'],
  ),
  'conclusion.blocked': refusal(
    ['测评或视察结果不支持通过', 'A survey or inspection stands against it'],
    ['由主任会议决定处理', 'The Chairpersons’ Council decides what to do'],
  ),
  'conclusion.not-evaluated': refusal(
    ['尚无评价结果', 'There is no evaluation yet'],
    ['先记录评价', 'Record an evaluation first'],
  ),
  'evaluation.by-handler': refusal(
    ['承办单位不得评价自己的办理', 'A handling organ may not evaluate its own work'],
    ['由其他机构评价', 'Have another body evaluate it'],
  ),
  'escalation.unknown': refusal(
    ['没有这个升级督办', 'There is no such escalation'],
    ['核对编号', 'Check the id'],
  ),
  'escalation.decided': refusal(
    ['该升级督办已有决定', 'The escalation is already decided'],
    ['另行提出新的升级督办', 'Raise a new one if needed'],
  ),
  'escalation.undecided': refusal(
    ['升级督办尚未决定', 'The consequence of the last failure is not decided'],
    ['等待有权机构作出决定', 'Wait for the competent body’s decision'],
  ),
  'escalation.measure-not-listed': refusal(
    ['该措施不在规则集列明的范围', 'The rule set does not list this measure'],
    ['选择列明的措施', 'Choose a measure that it lists'],
  ),
  'escalation.body-not-competent': refusal(
    ['该机构无权决定此措施', 'This body may not decide this measure'],
    ['由有权机构决定', 'Have the competent body decide'],
  ),
};
