export type * from './calendar/calendar.ts';
export { changedSince } from './calendar/changed-years.ts';
export { dueDate, fixedDueDate, recount } from './calendar/due-date.ts';
export { dayOf, isWorkingDay, type Day } from './calendar/day.ts';
export { addWorkingDays, workingDaysBetween } from './calendar/working-days.ts';
export { addCalendarDays, calendarDaysBetween, isIsoDate } from './calendar/iso-date.ts';
export { cnCalendar, cnCalendarYears } from './calendar/cn/cn-calendar.ts';
export { calendarDecider, type CalendarCommand, type CalendarEvent } from './calendar/calendar.register.ts';
export { calendarStream, type CalendarRejection } from './calendar/calendar-step.ts';
export { calendarAt, currentCalendar, emptyCalendar, type CalendarState } from './calendar/calendar.state.ts';

export type * from './ruleset/ruleset.ts';
export { ruleSetName } from './ruleset/ruleset.ts';
export { cqDefault1 } from './ruleset/cq-default.ts';
export { ruleSetDecider, type RuleSetCommand, type RuleSetEvent } from './ruleset/ruleset.register.ts';
export { ruleSetStream, type RuleSetRejection } from './ruleset/ruleset-step.ts';
export { latestRuleSet, ruleSetOn, ruleSetVersion, type RuleSetState } from './ruleset/ruleset.state.ts';

export { bodyDecider, type BodyCommand, type BodyEvent } from './body/body.register.ts';
export { bodyStream } from './body/body-step.ts';
export type { BodyKind } from './body/body-kind.ts';
export { bodyOn, type BodyState } from './body/body.state.ts';
export { meetingDecider, type MeetingCommand, type MeetingEvent } from './meeting/meeting.register.ts';
export { meetingStream } from './meeting/meeting-step.ts';
export type { MeetingState } from './meeting/meeting.state.ts';
export { mandateDecider, type MandateCommand, type MandateEvent } from './mandate/mandate.register.ts';
export { mandateStream } from './mandate/mandate-step.ts';
export { isInForce, type MandateState } from './mandate/mandate.state.ts';
export type { DecidedBy, DecidedForAnother } from './authority/deciding-bodies.ts';
export { NOTHING_KNOWN, type KnownAuthority, type ReadEntry } from './authority/known-authority.ts';
export { organDecider, type OrganCommand, type OrganEvent } from './organ/organ.register.ts';
export type { OrganKind } from './organ/organ-kind.ts';
export { organStream, type OrganRejection } from './organ/organ-step.ts';
export { isLegalAddressee, organExistsOn, organNameOn, type OrganState } from './organ/organ.state.ts';
export type { ErasureOrdered } from './erasure/ordered-erasure.ts';
export type { ErasureState } from './erasure/erasure.state.ts';
export { erasureDecider, type ErasureCommand } from './erasure/erasure.register.ts';
export { ERASURE_REQUESTERS, type ErasureRequester } from './erasure/erasure-requester.ts';
export { POSTS_STREAM, type PostRejection } from './posts/post-step.ts';
export { postsDecider, type PostCommand, type PostEvent } from './posts/posts.register.ts';
export {
  idsOfPerson,
  lastDayOf,
  linkedPersonsOf,
  postsHeldOn,
  type PostProposal,
  type HeldOn,
  type PostsState,
} from './posts/posts.state.ts';
export { successorChain } from './organ/successor.ts';

export { awaitsDecision, isClock, standingMisses, willBeMissed } from './case/misses/misses.ts';
export { owedDates, waitsForDecision, type OwedDate } from './case/misses/owed-dates.ts';
export { countedDates } from './case/rectification/dates-of-item.ts';
export { owesResult } from './case/rectification/owes-result.ts';
export { lightOf, type Light } from './light/light.ts';
export {
  dueWindows,
  proposeAfterDissatisfied,
  proposeEscalations,
  type DissatisfiedProposal,
  type DueWindow,
  type EscalationProposal,
} from './escalation/escalation.ts';
export { combineOutcome, missingInstruments, type CombinedOutcome } from './evaluation/combine.ts';
export { deputyOutcome, type DeputyOutcome, type DeputyResult } from './evaluation/deputy.ts';
export {
  surveyOutcome,
  surveyTallyFaults,
  type SurveyResult,
  type SurveyTally,
} from './evaluation/survey.ts';
export { voteOutcome, voteTallyFaults, type VoteResult, type VoteTally } from './evaluation/vote.ts';

export { surveyDecider, type SurveyCommand, type SurveyEvent } from './survey/survey.register.ts';
export { surveyStream, type SurveyRejection } from './survey/survey-step.ts';
export type { SurveyWaveClosed } from './survey/close-wave.step.ts';
export type { DesignedSurvey, SurveyState } from './survey/survey.state.ts';

export { registers } from './registers.ts';
export {
  registerCollections,
  registerDeciders,
  registerEvents,
  registerRoutes,
  registerSchemas,
  registerSteps,
  type FoundStep,
  type RegisterCommand,
  type RegisterCommands,
  type RegisterEvent,
  type RegisterEvents,
  type RegisterKind,
  type RegisterRejection,
} from './register/register-tables.ts';
export type { RegisterContext } from './register/register-step.ts';
export type { Placed, RouteMethod } from './register/register.ts';

export { groundSchemas, laterMembers, saidGroundSchemas } from './envelope/envelope.schema.ts';
export { refuseGrounds, type GroundRejection } from './envelope/grounds.ts';
export { dayThatCounts } from './time/day-that-counts.ts';
export { shanghaiDateOf } from './time/shanghai-date.ts';
export {
  BACK_DATING_DAYS,
  refuseStatedTime,
  type StatedTime,
  type TimeRejection,
} from './time/stated-time.ts';

export { sameFacts } from './equality/same-facts.ts';

export { caseDecider, caseDeciderOver } from './case/case.decider.ts';
export { characterAt, unwritable, type FoundCharacter, type Writing } from './characters/unwritable.ts';
export { beginExamination, type Examination, type ExaminationFinding } from './case/examination/examine.ts';
export type * from './case/examination/examination-rule.ts';
export { caseExamination, type ExaminationCode } from './case/examination/examination-rules.ts';
export { caseIdOf, caseStream, type CaseEvent, type CaseEventType } from './case/case.events.ts';
export type { CaseCommand, CaseCommandData, CaseCommandOf, CaseCommandType } from './case/case.commands.ts';
export type { CaseEventOf } from './case/case.decisions.ts';
export { TRANSCRIBERS } from './case/paper/refuse-paper.ts';
export { digestsIn, isFiled } from './case/named-digests.ts';
export { normalisedCaseNumber } from './case/case-number.ts';
export type { CaseRejection, OrganRoleRejection } from './case/case.rejections.ts';
export type { CommandContext, InContext } from './case/command-context.ts';
export { stepEvents, stepRecords, type StepRecords } from './case/step-tables.ts';
export type { CaseDecision } from './case/case.decisions.ts';
export type { AnyStep, StepEvent, StepName, StepSchemas } from './case/step-types.ts';
export type { EventRecord, StepPlace } from './case/step.ts';
export type { TextReaders, Visibility } from './step/event-rules.ts';
export { handled, proposersOf } from './case/handlers.ts';
export { ownEntry } from './case/own-entry.ts';
export { activeAssignments, allCycles, isHandling, isOpen, leadingOrgans } from './case/item-access.ts';
export { factOf, occurredOn } from './case/occurred.ts';
export type * from './case/case.state.ts';
export { CASE_STATUSES, ENDED_STAGES, GRADES, OPEN_STAGES, PURPOSES } from './case/case.vocabulary.ts';
export type * from './case/case.vocabulary.ts';
export type { NewAssignment } from './case/assignment/new-assignment.ts';
export type { ReturnRequested } from './case/assignment/request-return.step.ts';
export type { AttachmentFiled } from './case/attachment/file-attachment.step.ts';
export type { CaseArchived } from './case/case-life/archive-case.step.ts';
export type { CaseClosed } from './case/case-life/close-case.step.ts';
export type { EventCorrected } from './case/case-life/correct-event.step.ts';
export type { ResultPublished } from './case/case-life/publish-result.step.ts';
export type { PartyReportRecorded } from './case/case-life/record-party-report.step.ts';
export type { PublicationWithheld } from './case/case-life/withhold-publication.step.ts';
export {
  owedPublications,
  PUBLISH_WITHIN_DAYS,
  type OwedPublication,
} from './case/case-life/owed-publications.ts';
export { isResultPublished } from './case/case-life/owed-publications.ts';
export { isRestricted, restrictionOf } from './case/restriction/restriction.ts';
export { waitingCorrections } from './case/correction/waiting-corrections.ts';
export { correctingEvents } from './case/correction/correcting-events.ts';
export type { CorrectionProposed } from './case/correction/propose-correction.step.ts';
export type { ArchiveCorrected, CorrectionConfirmed } from './case/correction/confirm-correction.step.ts';
export type { CorrectionDeclined } from './case/correction/decline-correction.step.ts';
export type { ConclusionRecomputed } from './case/evaluation/conclusion-events.ts';
export type { ContestedConclusionDecided } from './case/evaluation/decide-contested-conclusion.step.ts';
export {
  isWaiting,
  PROPOSAL_STATUSES,
  TWO_PERSON_ACTS,
  type LinkedPersons,
  type TwoPersonAct,
} from './two-persons/two-persons.ts';
export type { EvaluationConcluded } from './case/evaluation/conclude.step.ts';
export type { AppraisalRecorded } from './case/evaluation/record-appraisal.step.ts';
export type { InspectionRecorded } from './case/evaluation/record-inspection.step.ts';
export type { SurveyWaveRecorded } from './case/evaluation/record-survey-wave.step.ts';
export type { ReportVoteRecorded } from './case/evaluation/record-report-vote.step.ts';
export type { VoteRecorded } from './case/evaluation/record-vote.step.ts';
export type { ItemImported } from './case/import/import-item.step.ts';
export type { ItemImportTakenBack } from './case/import/take-back-import.step.ts';
export type { CaseLinked } from './case/opening/link-case.step.ts';
export type { CaseOpened } from './case/opening/open-case.step.ts';
export type { RelapseFound } from './case/closing/record-look-back.step.ts';
export type { MissAnnulled } from './case/misses/annul-miss.step.ts';
export type { DueDateRecomputed } from './case/rectification/recompute-due-dates.step.ts';
export type { MilestoneState } from './case/rectification/report-progress.step.ts';
export type { CommitteeOpinionGiven } from './case/result/give-committee-opinion.step.ts';
export type { ReplyEvaluated } from './case/suggestion/evaluate-reply.step.ts';
