import type { SurveyEvent } from '@duban/domain';
import { collectionModeTexts, surveyOutcomeTexts } from '../evaluation-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

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
