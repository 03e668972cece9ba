import { rejected, type Actor, type Rejected } from '@duban/kernel';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, freeText, id, scalar, text, without } from '../../schema/parts.ts';
import { eventRef } from '../../schema/references.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import { AUTHORS, refuseForeign } from '../correction/author.ts';
import {
  refuseChanges,
  refuseUncorrectable,
  valueAt,
  withChangedFact,
  type Around,
  type ChangedFact,
} from '../correction/changed-value.ts';
import { factById, type CorrectableFact } from '../correction/correctable-facts.ts';
import type { Scalar } from '../correction/json-pointer.ts';
import { fieldCorrection } from '../correction/field-correction.ts';
import { conclusionEvents, type ConclusionRecomputed } from '../evaluation/conclusion-events.ts';
import { recomputedConclusions } from '../evaluation/recomputed-conclusions.ts';
import { factOf } from '../occurred.ts';
import type { RulesOf, Step } from '../step.ts';

const eventCorrected = closed({
  targetEventId: eventRef(),
  targetType: id(),
  /** JSON Pointer into the target's data. */
  field: text(),
  old: scalar(),
  new: scalar(),
  reason: freeText(),
  approver: id(),
});

/** A correction never touches its target: it is a fact of its own, and folds read the field anew from here on. */
export type EventCorrected = Stored<'EventCorrected', typeof eventCorrected>;

const sent = without(eventCorrected, 'targetType');

type Correction = Data<typeof sent>;
type Refusal = Rejected<CaseRejection> | null;

const asChange = ({ targetEventId, ...change }: Correction): ChangedFact => ({
  targetEventId,
  changes: [change],
});

const correctedAlready = (state: OpenedCase, correction: Correction, present: Scalar | undefined): boolean =>
  present === correction.new &&
  state.corrections.some(
    ({ data }) =>
      data.targetEventId === correction.targetEventId &&
      data.field === correction.field &&
      data.old === correction.old &&
      data.new === correction.new,
  );

const refuseArchived = ({ archived }: OpenedCase): Refusal =>
  archived === null ? null : rejected('case.archived', { archiveNo: archived.archiveNo });

/** What people decided on is not changed by one hand. */
const refuseOneHand = (
  { field }: Pick<Correction, 'field'>,
  { type, enteredFor }: CorrectableFact,
  rulesOf: RulesOf,
): Refusal => {
  const rules = rulesOf(type);
  const isOwnJudgement = rules?.ownJudgement === true && enteredFor === undefined;
  return !isOwnJudgement && fieldCorrection(rules, field) !== 'clerical'
    ? rejected('case.field-material', { field, event: type })
    : null;
};

/** Why this actor cannot make this correction alone, whatever it changes; null when they can. */
export const refuseCorrector = (
  data: Pick<Correction, 'field'>,
  fact: CorrectableFact,
  { state, actor, rulesOf }: { readonly state: OpenedCase; readonly actor: Actor; readonly rulesOf: RulesOf },
): Refusal => refuseForeign(fact, actor) ?? refuseArchived(state) ?? refuseOneHand(data, fact, rulesOf);

const correct = (data: Correction, fact: CorrectableFact, around: Around): CaseDecision => {
  const { state, context, rulesOf } = around;
  if (correctedAlready(state, data, valueAt(fact, data.field))) return [];
  const refusal =
    refuseArchived(state) ??
    refuseUncorrectable(data, fact, rulesOf) ??
    refuseOneHand(data, fact, rulesOf) ??
    refuseChanges(asChange(data), fact, around);
  if (refusal !== null) return refusal;
  return [
    { type: 'EventCorrected', data: { ...data, targetType: fact.type } },
    ...recomputedConclusions(withChangedFact(state, asChange(data)), data.targetEventId, context),
  ];
};

/** 更正. The original stays as it was recorded; `old` must be what stands there now, so two corrections cannot cross. */
export const correctEvent: Step<typeof sent, EventCorrected | ConclusionRecomputed> = {
  label: { zh: '更正记录', en: 'Correct a record' },
  data: sent,
  who: AUTHORS,
  at: 'case',
  during: CASE_STATUSES,
  inOwnName: true,
  decide: (data, state, context, rulesOf) => {
    const fact = factById(state, data.targetEventId);
    if (fact === undefined) return rejected('case.event-unknown', { eventId: data.targetEventId });
    return refuseForeign(fact, context.actor) ?? correct(data, fact, { state, context, rulesOf });
  },
  events: {
    ...conclusionEvents,
    EventCorrected: {
      data: eventCorrected,
      // Of a correction of an office's paper: the office alone, since it repeats the paper's words.
      seenBy: 'parties',
      published: true,
      untold: ['old', 'new', 'reason'],
      // May repeat any text of the case, before and after.
      personal: { old: [], new: [] },
      /** From here on every reader finds the corrected value; the event it corrects stays as it was. */
      fold: (state, event) => ({
        ...withChangedFact(state, asChange(event.data)),
        corrections: [...state.corrections, factOf(event)],
      }),
    },
  },
};
