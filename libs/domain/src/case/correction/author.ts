import { ORGAN_ROLES, rejected, type Actor, type ActorRole, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { CorrectableFact } from './correctable-facts.ts';

/** Parts that state facts which can be corrected, and so are asked when one is. */
export const AUTHORS: readonly ActorRole[] = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
  'organ-lead',
  'organ-co',
  'deputy',
];

/**
 * A fact is corrected by the organ that stated it, in the same part; a deputy's by that deputy. An evaluation is the
 * evaluator's own: nobody else corrects a mis-click (S11; section 3, 8). What was entered from paper belongs, as an entry, to
 * the office that entered it; whoever handed it in may object.
 */
export const refuseForeign = (
  { eventId, type, by, data, enteredFor }: CorrectableFact,
  actor: Actor,
): Rejected<CaseRejection> | null => {
  const refusal = rejected('case.not-the-author', { eventId });
  const isInPerson = enteredFor === undefined;
  if (isInPerson && type === 'ReplyEvaluated' && 'evaluator' in data)
    return data.evaluator === actor.id ? null : refusal;
  if (by.role !== actor.role || by.organ !== actor.organ) return refusal;
  return actor.role === 'deputy' && by.id !== actor.id ? refusal : null;
};

/** An organ with one account and a deputy have nobody beside them: the office that keeps the case is the second person. */
const HAS_NOBODY_BESIDE: readonly string[] = [...ORGAN_ROLES, 'deputy'];

/** Who stands beside the author of a fact: the same organ in the same part, or the office for those who have nobody. */
export const standsBeside = ({ by }: Pick<CorrectableFact, 'by'>, { role, organ }: Actor): boolean =>
  (by.role === role && by.organ === organ && by.role !== 'deputy') ||
  (role === 'supervision-office' && HAS_NOBODY_BESIDE.includes(by.role));
