import { acknowledgeReceipt } from './assignment/acknowledge-receipt.step.ts';
import { addCoOrgan } from './assignment/add-co-organ.step.ts';
import { approveList } from './assignment/approve-list.step.ts';
import { assign } from './assignment/assign.step.ts';
import { changeLead } from './assignment/change-lead.step.ts';
import { decideReturn } from './assignment/decide-return.step.ts';
import { reassign } from './assignment/reassign.step.ts';
import { recordCoOpinionMissed } from './assignment/record-co-opinion-missed.step.ts';
import { registerItem } from './assignment/register-item.step.ts';
import { requestReturn } from './assignment/request-return.step.ts';
import { submitCoOpinion } from './assignment/submit-co-opinion.step.ts';
import { confirmCorrection } from './correction/confirm-correction.step.ts';
import { declineCorrection } from './correction/decline-correction.step.ts';
import { proposeCorrection } from './correction/propose-correction.step.ts';
import { decideContestedConclusion } from './evaluation/decide-contested-conclusion.step.ts';
import { decideObjection } from './objection/decide-objection.step.ts';
import { objectTo } from './objection/object.step.ts';
import { fileAttachment } from './attachment/file-attachment.step.ts';
import { archiveCase } from './case-life/archive-case.step.ts';
import { closeCase } from './case-life/close-case.step.ts';
import { correctEvent } from './case-life/correct-event.step.ts';
import { publish } from './case-life/publish.step.ts';
import { publishResult } from './case-life/publish-result.step.ts';
import { recordPartyReport } from './case-life/record-party-report.step.ts';
import { withholdPublication } from './case-life/withhold-publication.step.ts';
import { liftRestriction } from './restriction/lift-restriction.step.ts';
import { restrictCase } from './restriction/restrict-case.step.ts';
import { conclude } from './evaluation/conclude.step.ts';
import { recordAppraisal } from './evaluation/record-appraisal.step.ts';
import { recordInspection } from './evaluation/record-inspection.step.ts';
import { recordSurveyWave } from './evaluation/record-survey-wave.step.ts';
import { recordReportVote } from './evaluation/record-report-vote.step.ts';
import { recordVote } from './evaluation/record-vote.step.ts';
import { importItem } from './import/import-item.step.ts';
import { takeBackImport } from './import/take-back-import.step.ts';
import { linkCase } from './opening/link-case.step.ts';
import { openCase } from './opening/open-case.step.ts';
import { closeItem } from './closing/close-item.step.ts';
import { decideEscalation } from './closing/decide-escalation.step.ts';
import { escalate } from './closing/escalate.step.ts';
import { mergeInto } from './closing/merge-into.step.ts';
import { recordLookBack } from './closing/record-look-back.step.ts';
import { reopen } from './closing/reopen.step.ts';
import { scheduleLookBack } from './closing/schedule-look-back.step.ts';
import { withdraw } from './closing/withdraw.step.ts';
import { annulMiss } from './misses/annul-miss.step.ts';
import { decideExtension } from './rectification/decide-extension.step.ts';
import { filePlan } from './rectification/file-plan.step.ts';
import { noteDeadlines } from './rectification/note-deadlines.step.ts';
import { recomputeDueDates } from './rectification/recompute-due-dates.step.ts';
import { reportProgress } from './rectification/report-progress.step.ts';
import { requestExtension } from './rectification/request-extension.step.ts';
import { resume } from './rectification/resume.step.ts';
import { returnPlan } from './rectification/return-plan.step.ts';
import { suspend } from './rectification/suspend.step.ts';
import { acceptForEvaluation } from './result/accept-for-evaluation.step.ts';
import { giveCommitteeOpinion } from './result/give-committee-opinion.step.ts';
import { returnResult } from './result/return-result.step.ts';
import { submitDraftResult } from './result/submit-draft-result.step.ts';
import { submitResult } from './result/submit-result.step.ts';
import { evaluateReply } from './suggestion/evaluate-reply.step.ts';
import { fulfilCommitment } from './suggestion/fulfil-commitment.step.ts';
import { rollOverCommitment } from './suggestion/roll-over-commitment.step.ts';
import { sendReply } from './suggestion/send-reply.step.ts';
import { verifyCommitment } from './suggestion/verify-commitment.step.ts';

/** The steps of the loop by the name of their command: the table of contents of a case. */
export const steps = {
  OpenCase: openCase,
  LinkCase: linkCase,
  CloseCase: closeCase,
  ArchiveCase: archiveCase,
  RecordPartyReport: recordPartyReport,
  Publish: publish,
  PublishResult: publishResult,
  WithholdPublication: withholdPublication,
  RestrictCase: restrictCase,
  LiftRestriction: liftRestriction,
  CorrectEvent: correctEvent,
  ProposeCorrection: proposeCorrection,
  ConfirmCorrection: confirmCorrection,
  DeclineCorrection: declineCorrection,

  RegisterItem: registerItem,
  ApproveList: approveList,
  Assign: assign,
  AcknowledgeReceipt: acknowledgeReceipt,
  RequestReturn: requestReturn,
  DecideReturn: decideReturn,
  Reassign: reassign,
  AddCoOrgan: addCoOrgan,
  ChangeLead: changeLead,
  SubmitCoOpinion: submitCoOpinion,
  RecordCoOpinionMissed: recordCoOpinionMissed,

  FilePlan: filePlan,
  ReturnPlan: returnPlan,
  ReportProgress: reportProgress,
  RequestExtension: requestExtension,
  DecideExtension: decideExtension,
  Suspend: suspend,
  Resume: resume,
  NoteDeadlines: noteDeadlines,
  RecomputeDueDates: recomputeDueDates,
  AnnulMiss: annulMiss,

  SubmitDraftResult: submitDraftResult,
  GiveCommitteeOpinion: giveCommitteeOpinion,
  SubmitResult: submitResult,
  AcceptForEvaluation: acceptForEvaluation,
  ReturnResult: returnResult,

  RecordInspection: recordInspection,
  RecordVote: recordVote,
  RecordReportVote: recordReportVote,
  RecordSurveyWave: recordSurveyWave,
  RecordAppraisal: recordAppraisal,
  Conclude: conclude,
  DecideContestedConclusion: decideContestedConclusion,

  CloseItem: closeItem,
  ScheduleLookBack: scheduleLookBack,
  RecordLookBack: recordLookBack,
  Reopen: reopen,
  MergeInto: mergeInto,
  Withdraw: withdraw,
  Escalate: escalate,
  DecideEscalation: decideEscalation,

  SendReply: sendReply,
  EvaluateReply: evaluateReply,
  FulfilCommitment: fulfilCommitment,
  RollOverCommitment: rollOverCommitment,
  VerifyCommitment: verifyCommitment,

  ImportItem: importItem,
  TakeBackImport: takeBackImport,

  Object: objectTo,
  DecideObjection: decideObjection,

  FileAttachment: fileAttachment,
};
