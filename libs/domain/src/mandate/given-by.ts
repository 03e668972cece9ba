import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { judgeDecision } from '../authority/judge-decision.ts';
import { NOTHING_KNOWN } from '../authority/known-authority.ts';
import { bodyOn, type BodyOnDay } from '../body/body.state.ts';
import { ownEntry } from '../case/own-entry.ts';
import type { RegisterContext } from '../register/register-step.ts';
import type { MandateRejection } from './mandate-step.ts';

/** Nobody is mandated by word of mouth: the body itself gives and ends a mandate, at a meeting or by circulation. */
export const givenBy = (
  body: string,
  { actor, occurredOn, decidedOn, decision, known = NOTHING_KNOWN }: RegisterContext,
): BodyOnDay | Rejected<MandateRejection> => {
  if (decision === undefined) return rejected('decision.missing', { body });
  if (decision.body !== body) return rejected('mandate.other-body', { body, decided: decision.body });
  const read = ownEntry(known.bodies, body);
  const sitting = read === undefined ? undefined : bodyOn(read.state, decision.on);
  if (sitting === undefined) return rejected('decision.body-unknown', { body, on: decision.on });
  const judged = judgeDecision(
    decision,
    { bodies: [sitting.kind], forms: ['meeting', 'circulation'] },
    { actor, occurredOn, decidedOn, known },
  );
  return isRejected(judged) ? judged : sitting;
};
