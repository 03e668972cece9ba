import { rejected, type Actor, type Rejected } from '@duban/kernel';
import type { CaseCommandData } from '../../case.commands.ts';
import type { DecisionsOf, CaseDecision } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { OpenedCase } from '../../case.state.ts';
import { factById, type CorrectableFact } from '../../correction/correctable-facts.ts';
import { isCorrectable } from '../../correction/correctable-fields.ts';
import { scalarAt, type Scalar } from '../../correction/json-pointer.ts';
import { isMaterial } from '../../correction/material-fields.ts';

type Correction = CaseCommandData['CorrectEvent'];

/**
 * A fact is corrected by the organ that stated it, in the same part; a deputy's by that deputy. An evaluation is the
 * evaluator's own, whoever entered it: nobody else corrects a mis-click (S11; section 3, 8).
 */
const isForeign = ({ type, by, data }: CorrectableFact, actor: Actor): boolean => {
  if (type === 'ReplyEvaluated' && 'evaluator' in data) return data.evaluator !== actor.id;
  if (by.role !== actor.role || by.organ !== actor.organ) return true;
  return actor.role === 'deputy' && by.id !== actor.id;
};

const correctedAlready = (state: OpenedCase, correction: Correction, present: Scalar | undefined): boolean =>
  present === correction.new &&
  state.corrections.some(
    ({ data }) =>
      data.targetEventId === correction.targetEventId &&
      data.field === correction.field &&
      data.old === correction.old &&
      data.new === correction.new,
  );

/** What people decided on, and what was put away, is not changed by one hand. */
const refuseOneHand = (
  { field }: Correction,
  { type }: CorrectableFact,
  { archived }: OpenedCase,
): Rejected<CaseRejection> | null => {
  if (archived !== null) return rejected('case.archived', { archiveNo: archived.archiveNo });
  return isMaterial(type, field) ? rejected('case.field-material', { field, event: type }) : null;
};

/** Why this actor cannot make this correction, whatever it changes; null when they can. */
export const refuseCorrector = (
  data: Correction,
  fact: CorrectableFact,
  state: OpenedCase,
  actor: Actor,
): Rejected<CaseRejection> | null =>
  isForeign(fact, actor)
    ? rejected('case.not-the-author', { eventId: data.targetEventId })
    : refuseOneHand(data, fact, state);

const correct = (data: Correction, fact: CorrectableFact, state: OpenedCase): CaseDecision => {
  const present = scalarAt(fact.data, data.field);
  if (correctedAlready(state, data, present)) return [];
  const refusal = refuseOneHand(data, fact, state);
  if (refusal !== null) return refusal;
  if (present === undefined || !isCorrectable(data.field, present, data.new)) {
    return rejected('case.field-not-correctable', { field: data.field });
  }
  return present === data.old && present !== data.new
    ? [{ type: 'EventCorrected', data: { ...data, targetType: fact.type } }]
    : rejected('case.correction-stale', { field: data.field, present });
};

export const correctionDecisions: DecisionsOf<'CorrectEvent'> = {
  /** The original stays as it was recorded; `old` must be what stands there now, so two corrections cannot cross. */
  CorrectEvent: (data, state, context) => {
    const fact = factById(state, data.targetEventId);
    if (fact === undefined) return rejected('case.event-unknown', { eventId: data.targetEventId });
    return isForeign(fact, context.actor)
      ? rejected('case.not-the-author', { eventId: data.targetEventId })
      : correct(data, fact, state);
  },
};
