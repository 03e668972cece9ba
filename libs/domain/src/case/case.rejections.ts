import type { AuthorityRejection } from '../authority/authority.rejections.ts';
import type { GroundRejection } from '../envelope/grounds.ts';
import type { TwoPersonRejection } from '../two-persons/two-persons.ts';
import type { TimeRejection } from '../time/stated-time.ts';

/**
 * Why a command on a case is refused. `noun.reason`, stable; the zh/en texts stand in the catalogue of
 * `libs/contracts`, and one table there maps each to HTTP status and exit code.
 */
export type CaseRejection =
  | TimeRejection
  | GroundRejection
  | TwoPersonRejection
  | AuthorityRejection
  | CaseLifeRejection
  | OrganRoleRejection
  | AssignmentRejection
  | RectificationRejection
  | EvaluationRejection
  | ImportRejection
  | PaperRejection
  | ObjectionRejection
  | AttachmentRejection;

/** Concerns the case as a whole. */
export type CaseLifeRejection =
  | 'case.unknown'
  | 'case.id-taken'
  | 'case.number-taken'
  | 'case.not-open'
  | 'case.items-open'
  | 'case.not-closed'
  | 'case.event-unknown'
  | 'case.correction-stale'
  | 'case.field-not-correctable'
  | 'case.field-material'
  | 'case.not-the-author'
  | 'correction.in-future'
  | 'correction.sheet-missing'
  | 'correction.unfit'
  | 'correction.decision-missing'
  | 'correction.decision-impossible'
  | 'case.archived'
  | 'basis.missing'
  | 'ruleset.unknown'
  | 'item.unknown'
  | 'item.wrong-stage'
  | 'item.id-taken'
  | 'item.none-named'
  | 'actor.not-competent'
  | 'party-report.number-taken'
  | 'publication.already-published'
  | 'publication.withheld'
  | 'publication.date-impossible'
  | 'publication.address-invalid'
  | 'publication.no-result'
  | 'publication.restricted'
  | 'restriction.already'
  | 'restriction.none'
  | 'restriction.other-body';

/** Who may be given work, or supervise it, on that day. */
export type OrganRoleRejection =
  | 'organ.not-registered'
  | 'organ.not-yet-there'
  | 'organ.no-longer-there'
  | 'organ.not-supervised'
  | 'organ.not-of-the-congress';

export type AssignmentRejection =
  | 'item.out-of-scope'
  | 'item.field-missing'
  | 'list.number-taken'
  | 'assignment.needs-one-lead'
  | 'assignment.organ-doubled'
  | 'assignment.unknown'
  | 'assignment.ended'
  | 'assignment.id-taken'
  | 'assignment.wrong-role'
  | 'assignment.not-addressee'
  | 'assignment.other-addressee'
  | 'assignment.due-in-past'
  | 'assignment.date-of-lead'
  | 'receipt.already-given'
  | 'return.window-passed'
  | 'return.leader-designates'
  | 'return.none-requested'
  | 'co-opinion.not-a-co-organ'
  | 'co-opinion.not-yet-due'
  | 'co-opinion.received'
  | 'item.not-your-assignment';

export type RectificationRejection =
  | 'plan.empty'
  | 'plan.incomplete'
  | 'plan.none-filed'
  | 'progress.unknown-measure'
  | 'extension.after-deadline'
  | 'extension.date-passed'
  | 'extension.limit-reached'
  | 'extension.too-long'
  | 'extension.not-later'
  | 'extension.none-requested'
  | 'extension.pending'
  | 'extension.standing-committee-only'
  | 'miss.unknown'
  | 'miss.annulled'
  | 'miss.ground-unproven'
  | 'miss.not-provisional'
  | 'miss.date-stands'
  | 'miss.late-in-any-case'
  | 'suspension.ground-not-listed'
  | 'suspension.review-in-past'
  | 'result.co-opinions-open'
  | 'result.leads-silent'
  | 'result.draft-unknown'
  | 'result.opinion-missing'
  | 'result.departure-unexplained'
  | 'result.claims-incomplete'
  | 'result.number-taken'
  | 'result.defects-missing'
  | 'result.unknown';

export type EvaluationRejection =
  | 'vote.void'
  | 'vote.counts-wrong'
  | 'vote.already-held'
  | 'vote.nothing-repeated'
  | 'vote.other-than-meeting'
  | 'evaluation.failure-pending'
  | 'record.items-wrong'
  | 'record.id-taken'
  | 'survey.collected-by-organ'
  | 'survey.counts-wrong'
  | 'survey.other-than-closed'
  | 'appraisal.scores-wrong'
  | 'appraisal.grade-wrong'
  | 'conclusion.instrument-missing'
  | 'conclusion.blocked'
  | 'conclusion.leads-silent'
  | 'conclusion.not-evaluated'
  | 'contest.none'
  | 'contest.other-body'
  | 'contest.cycle-under-way'
  | 'closing.dissatisfied'
  | 'closing.not-concluded'
  | 'closing.verifier-is-handler'
  | 'closing.signer-inspected'
  | 'closing.disposition-missing'
  | 'closing.commitments-open'
  | 'closing.commitments-unverified'
  | 'look-back.not-due'
  | 'look-back.not-scheduled'
  | 'look-back.later-than-mandatory'
  | 'reopen.no-relapse'
  | 'reopen.due-in-past'
  | 'merge.into-itself'
  | 'merge.cycle'
  | 'merge.other-source-type'
  | 'merge.other-addressee'
  | 'withdraw.not-issuer'
  | 'withdraw.consent-missing'
  | 'escalation.unknown'
  | 'escalation.decided'
  | 'escalation.undecided'
  | 'escalation.measure-not-listed'
  | 'escalation.body-not-competent'
  | 'reply.not-a-suggestion'
  | 'reply.number-taken'
  | 'reply.class-unknown'
  | 'reply.unknown'
  | 'reply.not-a-proposer'
  | 'reply.reasons-missing'
  | 'reply.round-closed'
  | 'reply.already-evaluated'
  | 'reply.organ-not-handling'
  | 'reply.dimensions-wrong'
  | 'reply.proposer-not-answered'
  | 'commitment.unknown'
  | 'commitment.not-yours'
  | 'commitment.fulfilled'
  | 'commitment.id-taken'
  | 'commitment.not-later'
  | 'commitment.unexplained'
  | 'commitment.nothing-stated'
  | 'commitment.judged'
  | 'commitment.own-statement'
  | 'evaluation.by-handler';

export type ImportRejection =
  | 'import.outside-batch'
  | 'import.date-impossible'
  | 'import.facts-differ'
  | 'import.not-imported'
  | 'import.other-batch'
  | 'import.moved-on';

/** What is transcribed from paper 代录. */
export type PaperRejection =
  | 'paper.not-yours-to-enter'
  | 'paper.not-a-party'
  | 'paper.attachment-missing'
  | 'paper.dated-after-receipt'
  | 'paper.received-in-future'
  | 'paper.received-before-assignment'
  | 'paper.number-missing'
  | 'paper.number-taken'
  | 'paper.time-stated';

export type ObjectionRejection =
  | 'objection.not-on-paper'
  | 'objection.not-yours'
  | 'objection.made-already'
  | 'objection.unexplained'
  | 'objection.unknown'
  | 'objection.decided';

export type AttachmentRejection =
  | 'attachment.unknown'
  | 'attachment.id-taken'
  | 'attachment.superseded'
  | 'attachment.other-item'
  | 'attachment.not-yours'
  | 'digest.not-filed';
