import type { SurveyRejection } from './survey-step.ts';
import type { SurveyEvent } from './survey.register.ts';
import { surveyOutcomeTexts, collectionModeTexts } from '../case/evaluation-terms.texts.ts';
import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';

/** The design and the waves of a public survey. */
export const surveyTexts: EventTexts<SurveyEvent> = {
  SurveyDesigned: {
    label: text('设计测评', 'survey designed'),
    zh: ({ surveyId, instrument, coversItemIds, evaluatedOrgans }, { by, on, names }) =>
      `${by}于${on}设计群众测评 ${surveyId}（${collectionModeTexts[instrument].zh}），涉及 ${coversItemIds.length} 项，评价${names(evaluatedOrgans)}`,
    en: ({ surveyId, instrument, coversItemIds, evaluatedOrgans }, { by, on, names }) =>
      `${by} designed public survey ${surveyId} on ${on} (${collectionModeTexts[instrument].en}), covering ${coversItemIds.length} item(s) and judging ${names(evaluatedOrgans)}`,
  },
  SurveyWaveOpened: {
    label: text('测评批次开放', 'survey wave opened'),
    zh: ({ waveId, planned, opensOn, closesOn }, { date }) =>
      `测评批次 ${waveId} 自${date(opensOn)}至${date(closesOn)}开放，计划 ${planned} 份`,
    en: ({ waveId, planned, opensOn, closesOn }, { date }) =>
      `Wave ${waveId} is open from ${date(opensOn)} to ${date(closesOn)}, ${planned} answer(s) planned`,
  },
  SurveyWaveClosed: {
    label: text('测评批次结束', 'survey wave closed'),
    zh: ({ waveId, tally, result, closedOn }, { date }) =>
      `测评批次 ${waveId} 于${date(closedOn)}结束，有效答卷 ${tally.valid} 份，结论：${surveyOutcomeTexts[result.outcome].zh}`,
    en: ({ waveId, tally, result, closedOn }, { date }) =>
      `Wave ${waveId} was closed on ${date(closedOn)} with ${tally.valid} valid answer(s): ${surveyOutcomeTexts[result.outcome].en}`,
  },
};

/** Refusals about the design and the waves of a survey. */
export const surveyRefusals: RefusalTexts<SurveyRejection> = {
  'survey.other-id': refusal(
    ['测评编号不一致', 'The survey id differs from the stream'],
    ['核对测评编号', 'Check the survey id'],
  ),
  'survey.unknown': refusal(['没有这项测评', 'There is no such survey'], ['先设计测评', 'Design it first']),
  'survey.known-differently': refusal(
    ['该测评已以不同内容设计', 'The survey is designed with other facts'],
    ['换一个编号', 'Choose another id'],
  ),
  'survey.covers-no-item': refusal(
    ['测评没有涉及任何事项', 'The survey covers no item'],
    ['至少选择一个事项', 'Name at least one item'],
  ),
  'survey.evaluates-no-organ': refusal(
    ['测评没有写明被评价单位', 'The survey names no organ that is judged'],
    ['写明被评价单位', 'Name the organs that are judged'],
  ),
  'survey.collected-by-evaluated-organ': refusal(
    ['被评价单位不得组织测评', 'An evaluated organ may not collect its own evaluation'],
    ['由无关单位组织', 'Have an unrelated organ collect it'],
  ),
  'survey.wave-known-differently': refusal(
    ['该批次已以不同内容开放', 'The wave is open with other facts'],
    ['换一个批次编号', 'Choose another wave id'],
  ),
  'survey.wave-plan-invalid': refusal(
    ['批次的计划数或起止日期有误', 'The plan of the wave is faulty'],
    ['核对计划数和日期', 'Check the number planned and the dates'],
  ),
  'survey.another-wave-open': refusal(
    ['另一批次尚未结束', 'Another wave is still open'],
    ['先结束该批次', 'Close it first'],
  ),
  'survey.wave-unknown': refusal(
    ['没有这个批次', 'There is no such wave'],
    ['核对批次编号', 'Check the wave id'],
  ),
  'survey.wave-closed-differently': refusal(
    ['该批次已以不同结果结束', 'The wave was closed with another tally'],
    ['核对数据集', 'Check the dataset'],
  ),
  'survey.closed-before-opening': refusal(
    ['结束日期早于开放日期', 'The wave is closed before it opens'],
    ['核对日期', 'Check the dates'],
  ),
  'survey.tally-inconsistent': refusal(
    ['计数对不上', 'The tally does not add up'],
    ['按数据集核对', 'Check it against the dataset'],
  ),
  'survey.dataset-hash-invalid': refusal(
    ['数据集摘要格式有误', 'The dataset’s digest is malformed'],
    ['填写 sha256 摘要', 'Give its SHA-256 digest'],
  ),
};
