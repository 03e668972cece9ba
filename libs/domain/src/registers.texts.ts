import { bodyRefusals, bodyTexts } from './body/body.texts.ts';
import { calendarRefusals, calendarTexts } from './calendar/calendar.texts.ts';
import { erasureRefusals, erasureTexts } from './erasure/erasure.texts.ts';
import { mandateRefusals, mandateTexts } from './mandate/mandate.texts.ts';
import { meetingRefusals, meetingTexts } from './meeting/meeting.texts.ts';
import { organRefusals, organTexts } from './organ/organ.texts.ts';
import { postRefusals, postTexts } from './posts/posts.texts.ts';
import type { RegisterEvent, RegisterReason } from './register/register-tables.ts';
import { ruleSetRefusals, ruleSetTexts } from './ruleset/ruleset.texts.ts';
import { surveyRefusals, surveyTexts } from './survey/survey.texts.ts';
import type { EventTexts } from './texts/event-text.ts';
import type { RefusalTexts } from './texts/refusal-text.ts';

/** Label and sentence of every event of a register. */
export const registerTexts: EventTexts<RegisterEvent> = {
  ...calendarTexts,
  ...ruleSetTexts,
  ...organTexts,
  ...surveyTexts,
  ...postTexts,
  ...bodyTexts,
  ...meetingTexts,
  ...mandateTexts,
  ...erasureTexts,
};

/** Every refusal of a register's own. */
export const registerRefusalTexts: RefusalTexts<RegisterReason> = {
  ...calendarRefusals,
  ...ruleSetRefusals,
  ...organRefusals,
  ...surveyRefusals,
  ...postRefusals,
  ...bodyRefusals,
  ...meetingRefusals,
  ...mandateRefusals,
  ...erasureRefusals,
};
