import type { CommandBody } from '@duban/contracts';
import type { CaseCommandType } from '@duban/domain';
import type { Actor } from '@duban/kernel';
import { act, type Act, type Around } from './act.ts';

/** Acts that several stories tell as they are sent. */
const telling =
  <Type extends CaseCommandType>(type: Type) =>
  (by: Actor, data: CommandBody<Type>, around: Around = {}): Act =>
    act(by, type, data, around);

export const decidedEscalation = telling('DecideEscalation');
export const decidedExtension = telling('DecideExtension');
export const decidedReturn = telling('DecideReturn');
export const escalated = telling('Escalate');
export const evaluatedReply = telling('EvaluateReply');
export const linked = telling('LinkCase');
export const lookedBack = telling('RecordLookBack');
export const reopened = telling('Reopen');
export const reportedProgress = telling('ReportProgress');
export const askedForExtension = telling('RequestExtension');
export const sentReply = telling('SendReply');
export const submittedCoOpinion = telling('SubmitCoOpinion');
export const suspended = telling('Suspend');
