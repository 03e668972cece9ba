import type {
  CalendarRejection,
  CaseRejection,
  OrganRejection,
  RuleSetRejection,
  SurveyRejection,
} from '@duban/domain';
import {
  calendarRefusals,
  caseRefusalTexts,
  organRefusals,
  ruleSetRefusals,
  surveyRefusals,
  type RefusalTexts,
} from '@duban/domain/texts';

/** Every business refusal of the product. */
export type RefusalCode =
  CaseRejection | CalendarRejection | RuleSetRejection | OrganRejection | SurveyRejection;

/** Total: a refusal that a decider may give and that has no text does not compile. */
export const refusalTexts: RefusalTexts<RefusalCode> = {
  ...caseRefusalTexts,
  ...calendarRefusals,
  ...ruleSetRefusals,
  ...organRefusals,
  ...surveyRefusals,
};
