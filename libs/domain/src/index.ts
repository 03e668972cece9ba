export type { CalendarYear, Calendar, LegalPeriod, DueDate } from './calendar/calendar.ts';
export { changedSince } from './calendar/changed-years.ts';
export { dueDate, fixedDueDate } from './calendar/due-date.ts';
export { addWorkingDays, workingDaysBetween } from './calendar/working-days.ts';
export { addCalendarDays, calendarDaysBetween, isIsoDate } from './calendar/iso-date.ts';
export { cnCalendar, cnCalendarYears } from './calendar/cn/cn-calendar.ts';
export { calendarDecider, type CalendarCommand } from './calendar/calendar.register.ts';
export { calendarStream } from './calendar/calendar-step.ts';
export { calendarAt, currentCalendar, emptyCalendar, type CalendarState } from './calendar/calendar.state.ts';

export type { RuleSet } from './ruleset/ruleset.ts';
export { ruleSetName } from './ruleset/ruleset.ts';
export { cqDefault1 } from './ruleset/cq-default.ts';
export { ruleSetDecider, type RuleSetCommand } from './ruleset/ruleset.register.ts';
export { ruleSetStream } from './ruleset/ruleset-step.ts';
export { ruleSetOn, type RuleSetState } from './ruleset/ruleset.state.ts';

export { bodyDecider } from './body/body.register.ts';
export { bodyStream } from './body/body-step.ts';
export type { BodyState } from './body/body.state.ts';
export { meetingDecider } from './meeting/meeting.register.ts';
export { meetingStream } from './meeting/meeting-step.ts';
export type { MeetingState } from './meeting/meeting.state.ts';
export { mandateDecider } from './mandate/mandate.register.ts';
export { mandateStream } from './mandate/mandate-step.ts';
export type { MandateState } from './mandate/mandate.state.ts';
export type { DecidedBy, DecidedForAnother } from './authority/deciding-bodies.ts';
export { NOTHING_KNOWN, type KnownAuthority, type ReadEntry } from './authority/known-authority.ts';
export { organDecider, type OrganCommand } from './organ/organ.register.ts';
export type { OrganKind } from './organ/organ-kind.ts';
export { organExistsOn, organNameOn, type OrganState } from './organ/organ.state.ts';
export type { ErasureOrdered } from './erasure/ordered-erasure.ts';
export type { ErasureState } from './erasure/erasure.state.ts';
export { erasureDecider, type ErasureCommand } from './erasure/erasure.register.ts';
export { ERASURE_REQUESTERS, type ErasureRequester } from './erasure/erasure-requester.ts';
export { POSTS_STREAM } from './posts/post-step.ts';
export { postsDecider, type PostCommand } from './posts/posts.register.ts';
export {
  idsOfPerson,
  lastDayOf,
  linkedPersonsOf,
  postsHeldOn,
  type PostProposal,
  type HeldOn,
  type PostsState,
} from './posts/posts.state.ts';

export { awaitsDecision, isClock, standingMisses, willBeMissed } from './case/misses/misses.ts';
export { owedDates, waitsForDecision, type OwedDate } from './case/misses/owed-dates.ts';
export { countedDates } from './case/rectification/dates-of-item.ts';
export { owesResult } from './case/rectification/owes-result.ts';
export { lightOf, type Light } from './light/light.ts';
export { dueWindows, type DueWindow } from './escalation/escalation.ts';
export { surveyOutcome } from './evaluation/survey.ts';

export { surveyDecider } from './survey/survey.register.ts';
export { surveyStream } from './survey/survey-step.ts';
export type { SurveyState } from './survey/survey.state.ts';

export { registers } from './registers.ts';
export {
  registerCollections,
  registerDeciders,
  registerEvents,
  registerRoutes,
  registerSchemas,
  registerSteps,
  type RegisterCommand,
  type RegisterCommands,
  type RegisterEvent,
  type RegisterEvents,
  type RegisterKind,
  type RegisterRejection,
} from './register/register-tables.ts';
export type { Placed, RouteMethod } from './register/register.ts';

export { groundSchemas, laterMembers, saidGroundSchemas } from './envelope/envelope.schema.ts';
export { refuseGrounds, type GroundRejection } from './envelope/grounds.ts';
export { dayThatCounts } from './time/day-that-counts.ts';
export { shanghaiDateOf } from './time/shanghai-date.ts';
export { refuseStatedTime, type StatedTime, type TimeRejection } from './time/stated-time.ts';

export { sameFacts } from './equality/same-facts.ts';

export { caseDecider, caseDeciderOver } from './case/case.decider.ts';
export { characterAt, unwritable, type FoundCharacter, type Writing } from './characters/unwritable.ts';
export { beginExamination, type ExaminationFinding } from './case/examination/examine.ts';
export type { ExaminationRule } from './case/examination/examination-rule.ts';
export { caseExamination, type ExaminationCode } from './case/examination/examination-rules.ts';
export { caseIdOf, caseStream, type CaseEvent, type CaseEventType } from './case/case.events.ts';
export type { CaseCommand, CaseCommandData, CaseCommandOf, CaseCommandType } from './case/case.commands.ts';
export { TRANSCRIBERS } from './case/paper/refuse-paper.ts';
export { digestsIn } from './case/named-digests.ts';
export { normalisedCaseNumber } from './case/case-number.ts';
export type { CaseRejection } from './case/case.rejections.ts';
export type { CommandContext } from './case/command-context.ts';
export { stepEvents, stepRecords, type StepRecords } from './case/step-tables.ts';
export type { CaseDecision } from './case/case.decisions.ts';
export type { AnyStep, StepEvent, StepName, StepSchemas } from './case/step-types.ts';
export type { EventRecord, StepPlace } from './case/step.ts';
export type { TextReaders, Visibility } from './step/event-rules.ts';
export { addresseeOf, handled, proposersOf } from './case/handlers.ts';
export { ownEntry } from './case/own-entry.ts';
export { activeAssignments, allCycles, isOpen } from './case/item-access.ts';
export { occurredOn } from './case/occurred.ts';
export type {
  Fact,
  Commitment,
  Cycle,
  Miss,
  ItemState,
  EvaluationRecords,
  AttachmentState,
  OpenedCase,
  CaseState,
} from './case/case.state.ts';
export { CASE_STATUSES, ENDED_STAGES, GRADES, OPEN_STAGES, PURPOSES } from './case/case.vocabulary.ts';
export type {
  ItemStage,
  Disposition,
  SupervisionForm,
  RectificationType,
  FindingVerdict,
  MissKind,
  AttachmentPurpose,
  Instrument,
} from './case/case.vocabulary.ts';
export type { NewAssignment } from './case/assignment/new-assignment.ts';
export type { AttachmentFiled } from './case/attachment/file-attachment.step.ts';
export { owedPublications, PUBLISH_WITHIN_DAYS } from './case/case-life/owed-publications.ts';
export { isResultPublished } from './case/case-life/owed-publications.ts';
export { isRestricted, restrictionOf } from './case/restriction/restriction.ts';
export { waitingCorrections } from './case/correction/waiting-corrections.ts';
export { correctingEvents } from './case/correction/correcting-events.ts';
export {
  PROPOSAL_STATUSES,
  TWO_PERSON_ACTS,
  type LinkedPersons,
  type TwoPersonAct,
} from './two-persons/two-persons.ts';
export type { SurveyWaveRecorded } from './case/evaluation/record-survey-wave.step.ts';
export type { ReportVoteRecorded } from './case/evaluation/record-report-vote.step.ts';
export type { VoteRecorded } from './case/evaluation/record-vote.step.ts';
export type { ItemImported } from './case/import/import-item.step.ts';
export type { CaseOpened } from './case/opening/open-case.step.ts';
export type { MilestoneState } from './case/rectification/report-progress.step.ts';
