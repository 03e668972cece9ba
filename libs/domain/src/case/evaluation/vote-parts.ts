import { rejected, type Rejected } from '@duban/kernel';
import { NOTHING_KNOWN } from '../../authority/known-authority.ts';
import { voteTallyFaults, type VoteTally } from '../../evaluation/vote.ts';
import type { RecordedMeeting } from '../../meeting/meeting.state.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import { closed, count, listOf, oneOf, person, text } from '../../schema/parts.ts';
import { fileDigest, newId } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { CommandContext } from '../command-context.ts';

/** What was voted on, and where. */
export const asked = { voteId: newId(), meetingNo: text(), question: text() };

/** A tally, never a ballot: secret ballots do not enter the log (section 4). */
export const counted = {
  eligible: count(),
  present: count(),
  issued: count(),
  collected: count(),
  valid: count(),
  counts: closed({ satisfied: count(), basic: count(), dissatisfied: count() }),
  invalid: count(),
  tellers: listOf(person()),
  ballotMode: uncorrectable(oneOf('paper', 'terminal', 'show-of-hands')),
  signedTallyHash: fileDigest(),
};

/** The registered meeting at which it was decided; null where the office keeps no register of its bodies yet. */
const meetingOf = ({ decision, known = NOTHING_KNOWN }: CommandContext): RecordedMeeting | null => {
  const met = decision === undefined ? undefined : known.meeting?.state;
  return met?.status === 'recorded' ? met : null;
};

/** ISO date. A vote was taken when its meeting was held, whenever it is entered; without a register when the act is said to occur. */
export const dayOfVote = (context: CommandContext): string =>
  meetingOf(context)?.heldOn ?? context.occurredOn;

/** Who may vote are the members who served that day, who was present is what the meeting's record says. */
const refuseOtherThanMeeting = (
  { eligible, present }: VoteTally,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  const met = meetingOf(context);
  return met === null || (met.serving === eligible && met.present === present)
    ? null
    : rejected('vote.other-than-meeting', {
        meeting: met.meetingId,
        serving: met.serving,
        present: met.present,
      });
};

/** More ballots than were handed out make no vote, and figures that do not add up no tally. */
export const refuseTally = (tally: VoteTally): Rejected<CaseRejection> | null => {
  const { issued, collected } = tally;
  if (collected > issued) return rejected('vote.void', { collected, issued });
  const faults = voteTallyFaults(tally);
  return faults.length > 0 ? rejected('vote.counts-wrong', { faults }) : null;
};

/** The figures of a vote as they are recorded: true in themselves, and those of its meeting. */
export const refuseFigures = (tally: VoteTally, context: CommandContext): Rejected<CaseRejection> | null =>
  refuseTally(tally) ?? refuseOtherThanMeeting(tally, context);

/** A meeting's own figures are no slip of the tally: they are not corrected with it. */
export const refuseOtherThanHeld = (
  { eligible, present }: VoteTally,
  held: MeetingFigures | null,
): Rejected<CaseRejection> | null =>
  held === null || (held.serving === eligible && held.present === present)
    ? null
    : rejected('vote.other-than-meeting', { ...held });

/** What the vote's meeting said when the vote was recorded. */
export type MeetingFigures = Pick<RecordedMeeting, 'serving' | 'present'> & { readonly meeting: string };
