import { rejected, type Actor, type DecisionOfBody, type Rejected } from '@duban/kernel';
import type { BodyKind } from '../body/body-kind.ts';
import { isKeptBy, type BodyOnDay } from '../body/body.state.ts';
import { isMajorityOfAll } from '../meeting/meeting.state.ts';
import type { DecisionRejection } from './authority.rejections.ts';
import type { DecidedBy } from './deciding-bodies.ts';
import { sittingOn, type KnownAuthority } from './known-authority.ts';

export type Deciding = {
  readonly actor: Actor;
  /** ISO dates in Asia/Shanghai: of the act, and of the day on which it is entered. */
  readonly occurredOn: string;
  readonly decidedOn: string;
  readonly known: KnownAuthority;
};

type Refusal = Rejected<DecisionRejection> | null;
type Allowed = Pick<DecidedBy, 'bodies' | 'forms'> & { readonly keptAnywhere?: boolean };

const refuseDate = ({ on }: DecisionOfBody, { occurredOn, decidedOn }: Deciding): Refusal => {
  if (on > decidedOn) return rejected('decision.in-future', { on, today: decidedOn });
  return on > occurredOn ? rejected('decision.after-the-act', { on, occurredOn }) : null;
};

/** A meeting that is recorded, of this body, on that day; the Committee decides by more than half of all its members (OL 51). */
const refuseMeeting = (decision: DecisionOfBody, kind: BodyKind, { known }: Deciding): Refusal => {
  const { body, on, meeting, revision } = decision;
  if (meeting === undefined || meeting.trim() === '') return rejected('decision.meeting-missing');
  const read = known.meeting;
  if (read === null || read.state.status === 'unrecorded' || read.state.meetingId !== meeting)
    return rejected('decision.meeting-unknown', { meeting });
  const { body: met, heldOn, present, serving } = read.state;
  if (met !== body || heldOn !== on || (revision ?? read.revision) !== read.revision)
    return rejected('decision.other-meeting', { body: met, heldOn, revision: read.revision });
  return kind === 'standing-committee' && !isMajorityOfAll(read.state)
    ? rejected('decision.no-quorum', { present, serving })
    : null;
};

/** What is signed or circulated leaves a document, and no meeting. */
const refuseDocument = ({ documentNo = '', meeting, revision }: DecisionOfBody): Refusal => {
  if (meeting !== undefined || revision !== undefined) return rejected('decision.other-meeting');
  return documentNo.trim() === '' ? rejected('decision.document-missing') : null;
};

/** The body that took this decision, as it was on that day, or why it carries nothing here. */
export const judgeDecision = (
  decision: DecisionOfBody,
  { bodies, forms, keptAnywhere = false }: Allowed,
  deciding: Deciding,
): BodyOnDay | Rejected<DecisionRejection> => {
  const { body, form, on } = decision;
  const sitting = sittingOn(deciding.known, body, on);
  if (sitting === undefined) return rejected('decision.body-unknown', { body, on });
  const { kind } = sitting;
  if (!bodies.includes(kind))
    return rejected('decision.body-not-competent', { body, kind, competent: bodies });
  if (!keptAnywhere && !isKeptBy(sitting, deciding.actor.organ))
    return rejected('decision.not-your-body', { body, keptBy: sitting.keptBy });
  if (!forms.includes(form)) return rejected('decision.form-not-allowed', { form, allowed: forms });
  const refused =
    refuseDate(decision, deciding) ??
    (form === 'meeting' ? refuseMeeting(decision, kind, deciding) : refuseDocument(decision));
  return refused ?? sitting;
};
