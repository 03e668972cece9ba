import type { CaseCommandType, ItemStage } from '@duban/domain';
import { maySend } from './command-table.ts';

const OPEN: readonly ItemStage[] = [
  'REGISTERED',
  'LISTED',
  'ASSIGNED',
  'RETURN_REQUESTED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
  'LOOKBACK',
];
const HANDLED: readonly ItemStage[] = ['ASSIGNED', 'RECEIVED', 'RECTIFYING', 'REWORK', 'CONSULTING'];

/**
 * The "from" column of domain.md section 2.3: at which stages of its item a command can be accepted at all. A hint for
 * people and clients; the decider alone decides. Commands on the case as a whole have no item and are not named.
 */
const STAGES: Partial<Readonly<Record<CaseCommandType, readonly ItemStage[]>>> = {
  ApproveList: ['REGISTERED'],
  Assign: ['LISTED'],
  AcknowledgeReceipt: ['ASSIGNED'],
  RequestReturn: ['ASSIGNED', 'RECEIVED'],
  DecideReturn: ['RETURN_REQUESTED'],
  Reassign: HANDLED,
  AddCoOrgan: HANDLED,
  ChangeLead: HANDLED,
  SubmitCoOpinion: ['RECEIVED', 'RECTIFYING', 'REWORK'],
  FilePlan: ['RECEIVED', 'RECTIFYING', 'REWORK'],
  ReturnPlan: ['RECTIFYING'],
  ReportProgress: ['RECTIFYING', 'REWORK'],
  RequestExtension: ['RECTIFYING', 'REWORK'],
  DecideExtension: ['RECTIFYING', 'REWORK'],
  Suspend: ['RECTIFYING'],
  Resume: ['SUSPENDED'],
  SubmitDraftResult: ['RECTIFYING', 'REWORK'],
  GiveCommitteeOpinion: ['CONSULTING'],
  SubmitResult: ['CONSULTING'],
  AcceptForEvaluation: ['SUBMITTED'],
  ReturnResult: ['SUBMITTED'],
  RecordInspection: ['EVALUATING'],
  RecordVote: ['EVALUATING'],
  RecordSurveyWave: ['EVALUATING'],
  RecordAppraisal: ['EVALUATING'],
  Conclude: ['EVALUATING'],
  CloseItem: ['EVALUATING'],
  ScheduleLookBack: ['CLOSED'],
  RecordLookBack: ['LOOKBACK'],
  Reopen: ['LOOKBACK', 'CLOSED'],
  MergeInto: OPEN,
  Withdraw: OPEN,
  Escalate: OPEN,
};

/** The commands that this role may send and that an item at this stage can take. */
export const allowedCommands = (role: string, stage: ItemStage): readonly CaseCommandType[] =>
  (Object.keys(STAGES) as CaseCommandType[]).filter(
    (type) => maySend(role, type) && STAGES[type]?.includes(stage) === true,
  );
