export { audienceOf } from './access/audience.ts';
export { caseSeenBy } from './access/case-seen-by.ts';
export { allowedCommands, type StepAsker } from './access/allowed-commands.ts';
export type { ChoicePlace } from './steps/choices.ts';
export { stepsAt, stepsOfRole, stepsOnRegister } from './steps/step-view.ts';
export { COMMAND_SENDERS, mayKeepRegister, maySend, mayTranscribe } from './access/command-table.ts';
export { mayKeep, type OfficeMatter } from './access/office-table.ts';
export { audienceIn, learnsOfRestricted, restrictionShuts, type Reader } from './access/opening-table.ts';
export { partiesOf, takesPart } from './access/participation.ts';
export { reachOf, type Reach, type Subject } from './access/reading-table.ts';
export {
  caseCommands,
  caseKind,
  type CaseCommandPorts,
  type CaseCommands,
  type SentCaseCommand,
} from './case/case-commands.ts';
export { OPENING } from './case/opening.ts';
export { recordCheckpoints, type CheckpointRecording } from './checkpoint/record-checkpoints.ts';
export { recordingRound, type RecordingPorts, type SealedHeads } from './checkpoint/recording-round.ts';
export type { CommandEnvelope } from './command/command-envelope.ts';
export {
  commandHandler,
  DEFAULT_LIMITS,
  type CommandHandlerLimits,
  type CommandHandlerPorts,
  type HandleCommand,
  type PreparedCommand,
  type Refuse,
} from './command/command-handler.ts';
export type { CommandOutcome, WrittenEvent } from './command/command-outcome.ts';
export {
  clockCommandId,
  clockCommands,
  deadlineRound,
  type DeadlinePorts,
  type DeadlineRound,
} from './deadlines/deadline-round.ts';
export type { ClockIndex } from './deadlines/clock-index.port.ts';
export { eventIdOf } from './command/event-identity.ts';
export { threadShare, type ThreadShare } from './jobs/thread-share.ts';
export { createJobs, type Job, type JobReport, type JobResult, type Jobs } from './jobs/job-list.ts';
export { openLease, type Claim, type Lease, type LeasePorts } from './lease/lease.ts';
export { leaseTurn, type LeaseTurn, type LeaseTurnPorts } from './lease/lease-turn.ts';
export { fencedCommands, leasedJob, type LeasedJobPorts } from './lease/leased-job.ts';
export { legalDateOf, legalDateOfInstant, legalTimeOf } from './command/legal-time.ts';
export { loadStream, type LoadedStream } from './command/loaded-stream.ts';
export { newEvents } from './command/new-events.ts';
export { encodeThroughRegistry, type StreamKind } from './command/stream-kind.ts';
export {
  openLogPositionStore,
  type LogPositionPorts,
  type LogPositionStore,
} from './outlet/log-position-store.ts';
export {
  outletCommands,
  outletDecider,
  outletState,
  type OutletCommand,
  type OutletCommands,
  type OutletState,
} from './outlet/outlet-commands.ts';
export { referenceCommands, SYSTEM_ACTOR, type ReferenceCommands } from './reference/reference-commands.ts';
export {
  referenceSource,
  type ReferenceChoice,
  type ReferenceData,
  type ReferenceSource,
} from './reference/reference-data.ts';
export { postSource, type PostSource } from './posts/post-source.ts';
export { builtInRules, builtInYear, seedReference } from './reference/seed-reference.ts';
export { findBatch } from './import/import-batch.ts';
export { importRegister, type ImportPorts, type ImportRequest } from './import/import-register.ts';
export type { ImportReport, RowReport, RowStatus, StandingCount } from './import/import-report.ts';
export type { ImportableRow, ImportSource, UnusableRow } from './import/import-source.ts';
export {
  undoImport,
  type KeptItem,
  type UndoPorts,
  type UndoReport,
  type UndoRequest,
} from './import/undo-import.ts';
export { dryStore } from './import/dry-store.ts';
