import { rejected } from '@duban/kernel';
import type { CaseDecision, DecisionsOf } from '../../case.decisions.ts';
import type { OpenedCase } from '../../case.state.ts';
import { factById, type CorrectableFact } from '../../correction/correctable-facts.ts';
import { isCorrectable } from '../../correction/correctable-fields.ts';
import { scalarAt, type Scalar } from '../../correction/json-pointer.ts';
import type { CommandContext } from '../../command-context.ts';
import type { CaseCommandData } from '../../case.commands.ts';

type Correction = CaseCommandData['CorrectEvent'];

/** An evaluation is the evaluator's own: nobody else corrects a mis-click (S11; section 3, 8). */
const isForeign = ({ type, data }: CorrectableFact, { actor }: CommandContext): boolean =>
  type === 'ReplyEvaluated' && 'evaluator' in data && data.evaluator !== actor.id;

const correctedAlready = (state: OpenedCase, correction: Correction, present: Scalar | undefined): boolean =>
  present === correction.new &&
  state.corrections.some(
    ({ data }) =>
      data.targetEventId === correction.targetEventId &&
      data.field === correction.field &&
      data.old === correction.old &&
      data.new === correction.new,
  );

const correct = (data: Correction, fact: CorrectableFact, state: OpenedCase): CaseDecision => {
  const present = scalarAt(fact.data, data.field);
  if (correctedAlready(state, data, present)) return [];
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
    return isForeign(fact, context)
      ? rejected('case.not-the-author', { eventId: data.targetEventId })
      : correct(data, fact, state);
  },
};
