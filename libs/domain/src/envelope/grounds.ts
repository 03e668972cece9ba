import { rejected, type Grounds, type Rejected } from '@duban/kernel';

export type GroundRejection = 'decision.not-taken-yet' | 'mandate.not-taken-yet' | 'paper.not-for-this-step';

/** Beside the cases nothing is handed in on paper. */
const refusePaper = ({ paper }: Pick<Grounds, 'paper'>): Rejected<GroundRejection> | null =>
  paper === undefined ? null : rejected('paper.not-for-this-step', { enteredFor: paper.enteredFor });

/** Refuses what the envelope can carry and no rule judges: nothing is stored that nobody checked. */
export const refuseGrounds = (grounds: Grounds): Rejected<GroundRejection> | null => {
  const { decision, mandate } = grounds;
  if (decision !== undefined) return rejected('decision.not-taken-yet', { body: decision.body });
  if (mandate !== undefined) return rejected('mandate.not-taken-yet', { mandate: mandate.id });
  return refusePaper(grounds);
};
