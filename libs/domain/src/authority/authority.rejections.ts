export type DecisionRejection =
  | 'decision.missing'
  | 'decision.not-leading'
  | 'decision.beside-mandate'
  | 'decision.body-unknown'
  | 'decision.body-not-competent'
  | 'decision.not-your-body'
  | 'decision.form-not-allowed'
  | 'decision.in-future'
  | 'decision.after-the-act'
  | 'decision.document-missing'
  | 'decision.meeting-missing'
  | 'decision.meeting-unknown'
  | 'decision.other-meeting'
  | 'decision.no-quorum';

/** Why a mandate does not carry this act. */
export type MandateUseRejection =
  | 'mandate.none'
  | 'mandate.unknown'
  | 'mandate.changed'
  | 'mandate.not-delegable'
  | 'mandate.not-in-force'
  | 'mandate.other-post'
  | 'mandate.other-step'
  | 'mandate.other-case';

export type AuthorityRejection = DecisionRejection | MandateUseRejection;
