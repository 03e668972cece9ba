/** What a survey's own stream, its copy in the case and the rule set share. */
import { Type } from '@sinclair/typebox';
import { count, id, shape } from './parts.ts';

/** Rates are whole numbers per mille, never floats. */
export const perMille = () => Type.Integer({ minimum: 0, maximum: 1000 });

export const surveyCounts = () =>
  shape('SurveyCounts', {
    verySatisfied: count(),
    satisfied: count(),
    basic: count(),
    dissatisfied: count(),
    veryDissatisfied: count(),
  });

export const surveyRule = () =>
  shape('SurveyRule', {
    id: id(),
    goodPerMille: perMille(),
    basicPerMille: perMille(),
    minimumValid: count(),
  });
