import { rejected, type Grounds, type Rejected } from '@duban/kernel';

export type GroundRejection = 'decision.not-taken-yet' | 'mandate.not-taken-yet' | 'paper.not-taken-yet';

/** Refuses what the envelope can carry and no rule judges: nothing is stored that nobody checked. */
export const refuseGrounds = ({ decision, mandate, paper }: Grounds): Rejected<GroundRejection> | null => {
  if (decision !== undefined) return rejected('decision.not-taken-yet', { body: decision.body });
  if (mandate !== undefined) return rejected('mandate.not-taken-yet', { mandate: mandate.id });
  return paper === undefined ? null : rejected('paper.not-taken-yet', { enteredFor: paper.enteredFor });
};
