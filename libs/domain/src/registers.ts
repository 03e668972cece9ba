import { bodyRegister } from './body/body.register.ts';
import { calendarRegister } from './calendar/calendar.register.ts';
import { erasureRegister } from './erasure/erasure.register.ts';
import { mandateRegister } from './mandate/mandate.register.ts';
import { meetingRegister } from './meeting/meeting.register.ts';
import { organRegister } from './organ/organ.register.ts';
import { postRegister } from './posts/posts.register.ts';
import { ruleSetRegister } from './ruleset/ruleset.register.ts';
import { surveyRegister } from './survey/survey.register.ts';

/** The registers by the kind of their streams: the table of contents of what stands beside the cases. */
export const registers = {
  calendar: calendarRegister,
  ruleset: ruleSetRegister,
  organ: organRegister,
  survey: surveyRegister,
  posts: postRegister,
  body: bodyRegister,
  meeting: meetingRegister,
  mandate: mandateRegister,
  erasure: erasureRegister,
};
