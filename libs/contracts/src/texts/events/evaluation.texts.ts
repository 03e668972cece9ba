import type {
  AppraisalRecorded,
  EvaluationConcluded,
  InspectionRecorded,
  SurveyWaveRecorded,
  VoteRecorded,
} from '@duban/domain';
import { gradeTexts } from '../evaluation-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

const percent = (perMille: number): string => `${(perMille / 10).toFixed(1)}%`;

/** What was measured, and what was concluded from it. */
export const evaluationTexts: EventTexts<
  InspectionRecorded | VoteRecorded | SurveyWaveRecorded | AppraisalRecorded | EvaluationConcluded
> = {
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
};
