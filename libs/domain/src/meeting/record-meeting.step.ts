import { rejected, type Rejected } from '@duban/kernel';
import { NOTHING_KNOWN, sittingOn } from '../authority/known-authority.ts';
import { isKeptBy } from '../body/body.state.ts';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { RegisterContext } from '../register/register-step.ts';
import type { Data, Stored } from '../schema/data.ts';
import { closed, count, date, id, text, whole, without } from '../schema/parts.ts';
import type { MeetingRejection, MeetingStep } from './meeting-step.ts';

/** 届次、会次、出席人数. `serving`, `bodyRevision`: members of the body on that day, as its register said when this was recorded. */
const meetingRecorded = closed({
  meetingId: id(),
  body: id(),
  session: text(),
  number: whole(1),
  heldOn: date(),
  present: count(),
  serving: count(),
  bodyRevision: count(),
});

export type MeetingRecorded = Stored<'MeetingRecorded', typeof meetingRecorded>;

const sent = without(meetingRecorded, 'serving', 'bodyRevision');

const sizeFor = (
  { body, heldOn, present }: Data<typeof sent>,
  { actor, known = NOTHING_KNOWN }: RegisterContext,
): { readonly serving: number; readonly bodyRevision: number } | Rejected<MeetingRejection> => {
  const sitting = sittingOn(known, body, heldOn);
  if (sitting === undefined) return rejected('meeting.body-unknown', { body, heldOn });
  if (!isKeptBy(sitting, actor.organ)) return rejected('meeting.not-your-body', { keptBy: sitting.keptBy });
  const { serving, revision } = sitting;
  return present > 0 && present <= serving
    ? { serving, bodyRevision: revision }
    : rejected('meeting.present-impossible', { present, serving });
};

export const recordMeeting: MeetingStep<typeof sent, MeetingRecorded> = {
  label: { zh: '登记会议', en: 'Record a meeting' },
  data: sent,
  who: ['supervision-office', 'general-office', 'chairpersons-council', 'working-body'],
  decide: (data, state, context) => {
    if (state.status === 'recorded') {
      const { status: _status, recorder: _recorder, serving: _s, bodyRevision: _r, ...same } = state;
      return sameFacts(same, data) ? [] : rejected('meeting.known-differently');
    }
    if (!isIsoDate(data.heldOn)) return rejected('meeting.date-invalid', { date: data.heldOn });
    if (data.heldOn > context.decidedOn) return rejected('meeting.in-future', { heldOn: data.heldOn });
    const size = sizeFor(data, context);
    return 'rejected' in size ? size : [{ type: 'MeetingRecorded', data: { ...data, ...size } }];
  },
  events: {
    MeetingRecorded: {
      data: meetingRecorded,
      seenBy: 'public',
      published: false,
      fold: (_, { data, actor }) => ({ status: 'recorded', ...data, recorder: actor }),
    },
  },
};
