import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { gradeTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

const percent = (perMille: number): string => `${(perMille / 10).toFixed(1)}%`;

/** What was measured, and what was concluded from it. */
export const evaluationTexts = {
  InspectionRecorded: {
    label: text('视察', 'inspection recorded'),
    zh: ({ date: day, place, participants, findings }, { date }) =>
      `${date(day)}在${place}视察，${participants.length} 人参加，核查 ${findings.length} 项`,
    en: ({ date: day, place, participants, findings }, { date }) =>
      `Inspection visit on ${date(day)} at ${place}: ${participants.length} participant(s), ${findings.length} finding(s)`,
  },
  VoteRecorded: {
    label: text('满意度测评', 'vote recorded'),
    zh: ({ meetingNo, votedOn, eligible, present, counts }, { date }) =>
      `${date(votedOn)}${meetingNo}测评：应到 ${eligible}，实到 ${present}，满意 ${counts.satisfied}，基本满意 ${counts.basic}，不满意 ${counts.dissatisfied}`,
    en: ({ meetingNo, votedOn, eligible, present, counts }, { date }) =>
      `Vote of ${date(votedOn)} (${meetingNo}): ${present} of ${eligible} present; satisfied ${counts.satisfied}, basically ${counts.basic}, dissatisfied ${counts.dissatisfied}`,
  },
  ReportVoteRecorded: {
    label: text('对报告的满意度测评', 'vote on the report recorded'),
    zh: ({ meetingNo, votedOn, eligible, present, counts }, { date }) =>
      `${date(votedOn)}${meetingNo}对报告测评：应到 ${eligible}，实到 ${present}，满意 ${counts.satisfied}，基本满意 ${counts.basic}，不满意 ${counts.dissatisfied}`,
    en: ({ meetingNo, votedOn, eligible, present, counts }, { date }) =>
      `Vote on the report of ${date(votedOn)} (${meetingNo}): ${present} of ${eligible} present; satisfied ${counts.satisfied}, basically ${counts.basic}, dissatisfied ${counts.dissatisfied}`,
  },
  VoteRepeated: {
    label: text('重新测评', 'vote held once more'),
    zh: ({ voteId, repeats, ground }) =>
      `重新测评（${voteId}，原测评 ${repeats.join('、')}），事由：${ground}`,
    en: ({ voteId, repeats, ground }) =>
      `Vote ${voteId} was held after ${repeats.join(', ')}, because: ${ground}`,
  },
  SurveyTalliedElsewhere: {
    label: text('统计来自外部', 'survey tallied elsewhere'),
    zh: ({ surveyId, waveId }) => `测评 ${surveyId} 第 ${waveId} 批的统计来自外部，本机关没有该批次`,
    en: ({ surveyId, waveId }) =>
      `The tally of wave ${waveId} of survey ${surveyId} comes from elsewhere: no survey here holds it`,
  },
  SurveyWaveRecorded: {
    label: text('群众满意度测评', 'survey wave recorded'),
    zh: ({ waveId, valid, weightedRatePerMille }) =>
      `群众测评 ${waveId}：有效答卷 ${valid} 份${weightedRatePerMille === null ? '' : `，加权满意率 ${percent(weightedRatePerMille)}`}`,
    en: ({ waveId, valid, weightedRatePerMille }) =>
      `Public survey ${waveId}: ${valid} valid answer(s)${weightedRatePerMille === null ? '' : `, weighted positive rate ${percent(weightedRatePerMille)}`}`,
  },
  AppraisalRecorded: {
    label: text('评议', 'appraisal recorded'),
    zh: ({ appraisalNo, panel, grade }, { on }) =>
      `${on}评议 ${appraisalNo}：${panel.length} 人评议，等次${gradeTexts[grade].zh}`,
    en: ({ appraisalNo, panel, grade }, { on }) =>
      `Appraisal ${appraisalNo} on ${on} by ${panel.length} panelist(s): ${gradeTexts[grade].en}`,
  },
  EvaluationConcluded: {
    label: text('评价结论', 'evaluation concluded'),
    zh: ({ itemId, cycle, outcome, next }, { on, item, date }) =>
      `${item(itemId)}第 ${cycle} 轮评价结论（${on}）：${gradeTexts[outcome].zh}${next === null ? '' : `，进入第 ${next.cycle} 轮整改，期限${date(next.due.date)}`}`,
    en: ({ itemId, cycle, outcome, next }, { on, item, date }) =>
      `Evaluation of ${item(itemId)}, cycle ${cycle}, concluded on ${on}: ${gradeTexts[outcome].en}${next === null ? '' : `; cycle ${next.cycle} begins, due ${date(next.due.date)}`}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about votes, surveys, appraisals and conclusions. */
export const evaluationRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'vote' | 'record' | 'survey' | 'appraisal' | 'conclusion' | 'evaluation'>
> = {
  'vote.void': refusal(
    ['收回票数多于发出票数，测评无效', 'More ballots were collected than issued: the vote is void'],
    ['重新测评', 'Vote again'],
  ),
  'vote.counts-wrong': refusal(
    ['票数对不上', 'The counts do not add up'],
    ['按签字的计票单核对', 'Check them against the signed tally'],
  ),
  'vote.already-held': refusal(
    ['该事项本轮或者该次会议已就此表决', 'This was voted on already in this cycle or at this meeting'],
    [
      '按原表决作出结论；确须重新表决的，在 repeatGround 写明事由，两次表决都保留',
      'Conclude on the vote that was held. Where it had to be held once more, say why in repeatGround; both votes stay',
    ],
  ),
  'vote.nothing-repeated': refusal(
    ['此前没有表决，不是重新表决', 'There was no vote before: this repeats none'],
    [
      '去掉重新表决的事由，或核对事项、会议和问题',
      'Leave out the ground, or check items, meeting and question',
    ],
  ),
  'vote.other-than-meeting': refusal(
    ['应到、实到人数与会议登记不符', 'Eligible or present are not what the record of the meeting says'],
    [
      '应到为会议当日实有组成人员，实到按会议登记；会议登记有误的，另行登记会议后重新表决',
      'Eligible are the members who served on that day, present is as the meeting’s record says; where that is wrong, record the meeting anew and vote with a ground',
    ],
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
  'survey.other-than-closed': refusal(
    [
      '与本机关测评中已结束批次的统计不符',
      'It says otherwise than the wave that was closed in the survey here',
    ],
    [
      '照抄已结束批次的统计；details.fields 为不符的项目',
      'Copy the closed wave; details.fields are what differs',
    ],
  ),
  'survey.counts-wrong': refusal(
    ['答卷数或满意率对不上', 'Counts or rates of the survey do not agree'],
    [
      '按数据集核对；加权满意率须写明加权方案',
      'Check them against the dataset; a weighted rate names its scheme of weights',
    ],
  ),
  'appraisal.grade-wrong': refusal(
    ['评议等次与分数不符', 'The grade is not what the scores amount to'],
    [
      '按各项分数的平均值对应的等次填写，或核对分数',
      'Give the grade that the mean of the scores amounts to, or check the scores',
    ],
  ),
  'appraisal.scores-wrong': refusal(
    ['没有评议分数，或分数不在 0 至 100', 'There is no score, or one is not between 0 and 100'],
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
  'conclusion.leads-silent': refusal(
    ['分办单位尚未答复', 'An organ that handles its part separately has not replied'],
    ['由 details.organs 答复代表后再作结论', 'Have details.organs reply first'],
  ),
  'conclusion.not-evaluated': refusal(
    ['尚无评价结果', 'There is no evaluation yet'],
    ['先记录评价', 'Record an evaluation first'],
  ),
  'evaluation.by-handler': refusal(
    ['承办单位不得评价自己的办理', 'A handling organ may not evaluate its own work'],
    ['由其他机构评价', 'Have another body evaluate it'],
  ),
  'evaluation.failure-pending': refusal(
    ['表决或评议未通过，尚未作出结论', 'A vote or appraisal has failed and is not concluded yet'],
    ['先作出评价结论，再办理撤回、并案、改办或视察', 'Conclude first; then withdraw, merge, move or inspect'],
  ),
};
