import { rejected, type Actor, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, freeText, id, text, without } from '../../schema/parts.ts';
import { eventRef } from '../../schema/references.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { factById, visitFacts, type CorrectableFact } from '../correction/correctable-facts.ts';
import { isCorrectable } from '../correction/correctable-fields.ts';
import { scalarAt, withScalarAt, type Scalar } from '../correction/json-pointer.ts';
import { isMaterial } from '../correction/material-fields.ts';
import { factOf } from '../occurred.ts';
import type { RulesOf, Step } from '../step.ts';

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

const eventCorrected = closed({
  targetEventId: eventRef(),
  targetType: id(),
  /** JSON Pointer into the target's data. */
  field: text(),
  old: scalar,
  new: scalar,
  reason: freeText(),
  approver: id(),
});

/** A correction never touches its target: it is a fact of its own, and folds read the field anew from here on. */
export type EventCorrected = Stored<'EventCorrected', typeof eventCorrected>;

const sent = without(eventCorrected, 'targetType');

type Correction = Data<typeof sent>;
type Refusal = Rejected<CaseRejection> | null;

/** What a correction is held against: the case, who makes it, and what is true of the event it corrects. */
type Around = { readonly state: OpenedCase; readonly actor: Actor; readonly rulesOf: RulesOf };

/**
 * A fact is corrected by the organ that stated it, in the same part; a deputy's by that deputy. An evaluation is the
 * evaluator's own, whoever entered it: nobody else corrects a mis-click (S11; section 3, 8).
 */
const refuseForeign = ({ eventId, type, by, data }: CorrectableFact, actor: Actor): Refusal => {
  const refusal = rejected('case.not-the-author', { eventId });
  if (type === 'ReplyEvaluated' && 'evaluator' in data) return data.evaluator === actor.id ? null : refusal;
  if (by.role !== actor.role || by.organ !== actor.organ) return refusal;
  return actor.role === 'deputy' && by.id !== actor.id ? refusal : null;
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
  { state: { archived }, rulesOf }: Around,
): Refusal => {
  if (archived !== null) return rejected('case.archived', { archiveNo: archived.archiveNo });
  return isMaterial(rulesOf(type), field) ? rejected('case.field-material', { field, event: type }) : null;
};

/** Why this actor cannot make this correction, whatever it changes; null when they can. */
export const refuseCorrector = (data: Correction, fact: CorrectableFact, around: Around): Refusal =>
  refuseForeign(fact, around.actor) ?? refuseOneHand(data, fact, around);

const correct = (data: Correction, fact: CorrectableFact, around: Around): CaseDecision => {
  const present = scalarAt(fact.data, data.field);
  if (correctedAlready(around.state, data, present)) return [];
  const refusal = refuseOneHand(data, fact, around);
  if (refusal !== null) return refusal;
  if (present === undefined || !isCorrectable(data.field, present, data.new)) {
    return rejected('case.field-not-correctable', { field: data.field });
  }
  return present === data.old && present !== data.new
    ? [{ type: 'EventCorrected', data: { ...data, targetType: fact.type } }]
    : rejected('case.correction-stale', { field: data.field, present });
};

/** 更正. The original stays as it was recorded; `old` must be what stands there now, so two corrections cannot cross. */
export const correctEvent: Step<typeof sent, EventCorrected> = {
  label: { zh: '更正记录', en: 'Correct a record' },
  data: sent,
  who: [
    'supervision-office',
    'working-body',
    'chairpersons-council',
    'general-office',
    'organ-lead',
    'organ-co',
    'deputy',
  ],
  at: 'case',
  during: ['open', 'closed', 'archived'],
  inOwnName: true,
  decide: (data, state, { actor }, rulesOf) => {
    const fact = factById(state, data.targetEventId);
    if (fact === undefined) return rejected('case.event-unknown', { eventId: data.targetEventId });
    return refuseForeign(fact, actor) ?? correct(data, fact, { state, actor, rulesOf });
  },
  events: {
    EventCorrected: {
      data: eventCorrected,
      // Of a correction of an office's paper: the office alone, since it repeats the paper's words.
      seenBy: 'parties',
      published: true,
      untold: ['old', 'new', 'reason'],
      // May repeat any text of the case, before and after.
      personal: { old: [], new: [] },
      /** From here on every reader finds the corrected value; the event it corrects stays as it was. */
      fold: (state, event) => {
        const { targetEventId, field, new: value } = event.data;
        const corrected = visitFacts(state, (_type, fact) =>
          fact.eventId === targetEventId ? { ...fact, data: withScalarAt(fact.data, field, value) } : fact,
        );
        return { ...corrected, corrections: [...state.corrections, factOf(event)] };
      },
    },
  },
};
