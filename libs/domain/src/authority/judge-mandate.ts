import { rejected, type MandateUsed, type Rejected } from '@duban/kernel';
import { covers, isInForce, type GivenMandate } from '../mandate/mandate.state.ts';
import { lastDayInTerm } from '../time/last-day-in-term.ts';
import type { MandateUseRejection } from './authority.rejections.ts';
import type { DecidedBy } from './deciding-bodies.ts';
import type { Deciding } from './judge-decision.ts';

/** The act for which a mandate is named. */
export type ActUnderMandate = {
  readonly step: string;
  readonly decidedBy: DecidedBy;
  readonly caseId: string;
  readonly topic: string;
  /** The body in whose name the sender says to act. */
  readonly onBehalfOf: string | null;
};

type Named = Pick<MandateUsed, 'id'> & { readonly revision?: number };

/** Why the mandate does not carry this act. */
const refuseUse = (
  mandate: GivenMandate,
  { step, decidedBy, caseId, topic, onBehalfOf }: ActUnderMandate,
  { actor, occurredOn, decidedOn, known }: Deciding,
): Rejected<MandateUseRejection> | null => {
  const { body, kind, post, steps, from } = mandate;
  if (onBehalfOf !== null && onBehalfOf !== body) return rejected('mandate.none', { onBehalfOf });
  if (post.role !== actor.role || post.organ !== actor.organ)
    return rejected('mandate.other-post', { ...post });
  if (!steps.includes(step) || !decidedBy.bodies.includes(kind))
    return rejected('mandate.other-step', { step, steps });
  if (!covers(mandate, { caseId, topic })) return rejected('mandate.other-case', { caseId, topic });
  const inForce = [occurredOn, decidedOn].every((day) => isInForce(mandate, day, known.termEnds));
  const until = lastDayInTerm(mandate, known.termEnds);
  return inForce ? null : rejected('mandate.not-in-force', { from, until });
};

/** The mandate under which the act is done, or why there is none. */
export const judgeMandate = (
  { id, revision }: Named,
  act: ActUnderMandate,
  deciding: Deciding,
): GivenMandate | Rejected<MandateUseRejection> => {
  if (!act.decidedBy.delegable) return rejected('mandate.not-delegable', { step: act.step });
  const read = deciding.known.mandate;
  if (read === null || read.state.status === 'ungiven' || read.state.mandateId !== id)
    return rejected('mandate.unknown', { mandate: id });
  if ((revision ?? read.revision) !== read.revision)
    return rejected('mandate.changed', { mandate: id, revision: read.revision });
  return refuseUse(read.state, act, deciding) ?? read.state;
};
