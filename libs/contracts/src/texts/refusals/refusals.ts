import type {
  CalendarRejection,
  CaseRejection,
  OrganRejection,
  RuleSetRejection,
  SurveyRejection,
} from '@duban/domain';
import { assignmentRefusals } from './assignment.refusals.ts';
import { attachmentRefusals } from './attachment.refusals.ts';
import { caseLifeRefusals } from './case-life.refusals.ts';
import { closingRefusals } from './closing.refusals.ts';
import { evaluationRefusals } from './evaluation.refusals.ts';
import { rectificationRefusals } from './rectification.refusals.ts';
import { referenceRefusals } from './reference.refusals.ts';
import { organRoleRefusals } from './organ-role.refusals.ts';
import type { RefusalTexts } from './refusal.ts';
import { replyRefusals } from './reply.refusals.ts';
import { surveyRefusals } from './survey.refusals.ts';

/** Every business refusal of the product. */
export type RefusalCode =
  CaseRejection | CalendarRejection | RuleSetRejection | OrganRejection | SurveyRejection;

/** Total: a refusal that a decider may give and that has no text here does not compile. */
export const refusalTexts: RefusalTexts<RefusalCode> = {
  ...caseLifeRefusals,
  ...organRoleRefusals,
  ...assignmentRefusals,
  ...rectificationRefusals,
  ...evaluationRefusals,
  ...closingRefusals,
  ...replyRefusals,
  ...referenceRefusals,
  ...surveyRefusals,
  ...attachmentRefusals,
};
