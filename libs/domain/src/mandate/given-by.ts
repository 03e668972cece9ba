import { rejected, type Rejected } from '@duban/kernel';
import { judgeDecision } from '../authority/judge-decision.ts';
import { NOTHING_KNOWN } from '../authority/known-authority.ts';
import { BODY_KINDS } from '../body/body-kind.ts';
import type { BodyOnDay } from '../body/body.state.ts';
import type { RegisterContext } from '../register/register-step.ts';
import type { MandateRejection } from './mandate-step.ts';

/** Nobody is mandated by word of mouth: the body itself gives and ends a mandate, at a meeting or by circulation. */
export const givenBy = (
  body: string,
  { actor, occurredOn, decidedOn, decision, known = NOTHING_KNOWN }: RegisterContext,
): BodyOnDay | Rejected<MandateRejection> => {
  if (decision === undefined) return rejected('decision.missing', { body });
  if (decision.body !== body) return rejected('mandate.other-body', { body, decided: decision.body });
  const allowed = { bodies: BODY_KINDS, forms: ['meeting', 'circulation'] } as const;
  return judgeDecision(decision, allowed, { actor, occurredOn, decidedOn, known });
};
