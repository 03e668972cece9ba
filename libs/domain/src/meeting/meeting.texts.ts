import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';
import type { MeetingRejection } from './meeting-step.ts';
import type { MeetingEvent } from './meeting.register.ts';

/** The register of meetings. */
export const meetingTexts: EventTexts<MeetingEvent> = {
  MeetingRecorded: {
    label: text('登记会议', 'meeting recorded'),
    zh: ({ body, session, number, heldOn, present, serving }, { name, date }) =>
      `${name(body)}${session}第 ${number} 次会议于${date(heldOn)}召开，实有 ${serving} 人，出席 ${present} 人`,
    en: ({ body, session, number, heldOn, present, serving }, { name, date }) =>
      `Meeting ${number} of ${name(body)} (${session}) was held on ${date(heldOn)} with ${present} of ${serving} members`,
  },
};

/** Refusals about meetings. */
export const meetingRefusals: RefusalTexts<MeetingRejection> = {
  'meeting.other-id': refusal(
    ['会议编号不一致', 'The id of the meeting differs from the stream'],
    ['核对会议编号', 'Check the id of the meeting'],
  ),
  'meeting.known-differently': refusal(
    ['该会议已以不同内容登记', 'The meeting is recorded with other facts'],
    [
      '核对；登记有误的，换一个编号重新登记',
      'Check it; where it was recorded wrongly, record it under another id',
    ],
  ),
  'meeting.body-unknown': refusal(
    ['该机构当日没有登记', 'The body is not registered on that day'],
    ['先登记该机构，或核对日期', 'Register the body first, or check the day'],
  ),
  'meeting.not-your-body': refusal(
    ['该机构的会议不由本单位登记', 'Your organ does not keep the records of this body'],
    ['由 details.keptBy 中的单位登记', 'Leave it to an organ of details.keptBy'],
  ),
  'meeting.date-invalid': refusal(['日期无效', 'The date is no date'], ['填写有效日期', 'Give a valid date']),
  'meeting.in-future': refusal(
    ['会议日期在今天之后', 'The meeting is said to be held after today'],
    ['会议召开后再登记', 'Record it once it was held'],
  ),
  'meeting.present-impossible': refusal(
    ['出席人数须大于零且不超过实有人数', 'Somebody is present, and no more than serve'],
    [
      '核对出席人数；实有人数有变的，先变更机构',
      'Check who was present; where the members changed, change the body first',
    ],
  ),
};
