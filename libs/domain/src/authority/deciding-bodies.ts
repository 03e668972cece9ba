import type { ActorRole, DecisionOfBody } from '@duban/kernel';
import type { BodyKind } from '../body/body-kind.ts';

export type DecisionForm = DecisionOfBody['form'];

/** Whose decision a step is: one row of the table step × deciding body, said in the step's record. */
export type DecidedBy = {
  /** Any of these may decide it. */
  readonly bodies: readonly BodyKind[];
  /** Posts that enter what a body decided; of the others who may send the step it is their own affair. */
  readonly enteredBy: readonly ActorRole[];
  /** How it may be decided: at a meeting, by circulation 传签, by signature 签批. */
  readonly forms: readonly DecisionForm[];
  /** Whether a mandate 授权 may cover it. Votes, the choice after a second failure, inquiry and removal are never delegated. */
  readonly delegable: boolean;
};

const COUNCIL_OR_ABOVE: readonly BodyKind[] = ['chairpersons-council', 'standing-committee'];

/** What a leader may also sign between meetings 签批. */
export const SIGNED_BY_COUNCIL: DecidedBy = {
  bodies: COUNCIL_OR_ABOVE,
  enteredBy: ['chairpersons-council'],
  forms: ['meeting', 'circulation', 'signature'],
  delegable: true,
};

/** What the Council decides together, at a meeting or by circulation. */
export const DECIDED_BY_COUNCIL: DecidedBy = { ...SIGNED_BY_COUNCIL, forms: ['meeting', 'circulation'] };

/** What follows an escalation: a leader may sign a reminder, and nobody decides in the body's place. */
export const MEASURES_OF_COUNCIL: DecidedBy = { ...SIGNED_BY_COUNCIL, delegable: false };

/** What the Standing Committee voted on at a meeting, entered by whoever keeps its tallies. */
export const VOTED_BY_COMMITTEE: DecidedBy = {
  bodies: ['standing-committee'],
  enteredBy: ['supervision-office'],
  forms: ['meeting'],
  delegable: false,
};

/** Whose decision lets an organ act in the place of another; it is named by whoever acts, whichever organ keeps that body. */
export type DecidedForAnother = Pick<DecidedBy, 'bodies' | 'forms'> & { readonly keptAnywhere: true };

/** What the committee that leads a case does, and another one by decision of the Council. */
export const DECIDED_FOR_COMMITTEE: DecidedForAnother = {
  bodies: COUNCIL_OR_ABOVE,
  forms: ['meeting', 'circulation'],
  keptAnywhere: true,
};
