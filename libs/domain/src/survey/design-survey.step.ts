import { rejected } from '@duban/kernel';
import { collectionMode } from '../case/case.vocabulary.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, id, listOf, orNull, text } from '../schema/parts.ts';
import { surveyRule } from '../schema/survey-parts.ts';
import { refuseBiased, type SurveyStep } from './survey-step.ts';

/**
 * Neither `evaluatedOrgans` nor their people may collect (S23): `collector` is the organ that answers for collecting, and
 * `contractor` does it. The rule is frozen from the rule set named beside it, so that later rules never judge this survey.
 */
const surveyDesigned = closed({
  surveyId: id(),
  caseId: id(),
  coversItemIds: listOf(id()),
  instrument: collectionMode(),
  population: text(),
  frame: text(),
  evaluatedOrgans: listOf(id()),
  collector: id(),
  contractor: text(),
  weightScheme: orNull(id()),
  ruleSet: id(),
  rule: surveyRule(),
});

export type SurveyDesigned = Stored<'SurveyDesigned', typeof surveyDesigned>;
export type SurveyDesign = SurveyDesigned['data'];

export const designSurvey: SurveyStep<typeof surveyDesigned, SurveyDesigned> = {
  label: { zh: '设计测评', en: 'Design a survey' },
  data: surveyDesigned,
  who: ['supervision-office', 'working-body'],
  decide: (data, state, { actor }) => {
    const biased = refuseBiased(data, actor);
    if (biased !== null) return biased;
    if (state.status === 'designed')
      return sameFacts(state.design, data) ? [] : rejected('survey.known-differently');
    if (data.coversItemIds.length === 0) return rejected('survey.covers-no-item');
    if (data.evaluatedOrgans.length === 0) return rejected('survey.evaluates-no-organ');
    return [{ type: 'SurveyDesigned', data }];
  },
  events: {
    SurveyDesigned: {
      data: surveyDesigned,
      seenBy: 'parties',
      published: false,
      fold: (_, { data }) => ({ status: 'designed', design: data, waves: {} }),
    },
  },
};
