import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { digestsIn, isFiled } from '../named-digests.ts';
import { refuseDays, refuseNoFile, refuseNumber } from '../paper/refuse-paper.ts';
import type { CaseEventRules, RulesOf } from '../step.ts';
import { factById, visitFacts, type CorrectableFact } from './correctable-facts.ts';
import { ENTERED, fieldCorrection, ofPaper } from './field-correction.ts';
import { fitsSchema } from './fits-schema.ts';
import { scalarAt, withScalarAt, type Scalar } from './json-pointer.ts';

/** One value as it stands, and as it should be. */
export type ChangedValue = {
  /** JSON Pointer into the data of the fact; below `/paper` of the paper that it was entered from. */
  readonly field: string;
  readonly old: Scalar;
  readonly new: Scalar;
};

/** What should stand in a fact: several values at once, since the counts of a tally hang together. */
export type ChangedFact = { readonly targetEventId: string; readonly changes: readonly ChangedValue[] };

type Refusal = Rejected<CaseRejection> | null;

/** What a change is held against: the case, the circumstances, and what is true of the event that is corrected. */
export type Around = {
  readonly state: OpenedCase;
  readonly context: CommandContext;
  readonly rulesOf: RulesOf;
};

const said = <Said extends object>(body: Said, changes: readonly ChangedValue[]): Said =>
  changes.reduce((data, { field, new: value }) => withScalarAt(data, field, value), body);

/** The single value of the fact, or below `/paper` of the paper that it was entered from; undefined where there is none. */
export const valueAt = ({ data, paper }: CorrectableFact, field: string): Scalar | undefined =>
  ofPaper(field) ? paper && scalarAt({ paper }, field) : scalarAt(data, field);

const withChangedPaper = (state: OpenedCase, { targetEventId, changes }: ChangedFact): OpenedCase => ({
  ...state,
  papers: state.papers.map((entered) => {
    if (entered.eventId !== targetEventId) return entered;
    const { paper } = said({ paper: entered.data }, changes);
    return { ...entered, on: paper.receivedOn, data: paper };
  }),
});

/** The case with the values that are said from here on; the event that stated the others stays as it was. */
export const withChangedFact = (state: OpenedCase, { targetEventId, changes }: ChangedFact): OpenedCase => {
  const inData = changes.filter(({ field }) => !ofPaper(field));
  const inPaper = changes.filter(({ field }) => ofPaper(field));
  const received = inPaper.find(({ field }) => field === '/paper/receivedOn')?.new;
  const changed = visitFacts(state, (_type, fact) =>
    fact.eventId === targetEventId
      ? {
          ...fact,
          ...(typeof received === 'string' && fact.enteredFor !== undefined ? { on: received } : {}),
          data: said(fact.data, inData),
        }
      : fact,
  );
  return inPaper.length === 0 ? changed : withChangedPaper(changed, { targetEventId, changes: inPaper });
};

/** Days on which something had happened by the time it was recorded; what is planned may lie ahead. */
const PAST_DAYS = /\/(?:votedOn|closedOn|sentOn|lookedBackOn|openedOn|madeOn|date)$/;

/** What was stated is corrected into another value of its kind, never into nothing. */
const keepsKind = (present: Scalar, next: Scalar): boolean =>
  next !== null && (present === null || typeof next === typeof present);

/** Names, and what is decided or computed: another fact, and never a slip of the pen, whoever asks. */
export const refuseUncorrectable = (
  { field }: Pick<ChangedValue, 'field'>,
  fact: CorrectableFact,
  rulesOf: RulesOf,
): Refusal => {
  const present = valueAt(fact, field);
  return present === undefined || fieldCorrection(rulesOf(fact.type), field) === 'never'
    ? rejected('case.field-not-correctable', { field })
    : null;
};

const refuseValue = (
  change: ChangedValue,
  fact: CorrectableFact,
  { context: { decidedOn: today }, rulesOf }: Around,
): Refusal => {
  const { field, old, new: next } = change;
  const uncorrectable = refuseUncorrectable(change, fact, rulesOf);
  if (uncorrectable !== null) return uncorrectable;
  const present = valueAt(fact, field) ?? null;
  if (present !== old || present === next) return rejected('case.correction-stale', { field, present });
  const schema = ofPaper(field) ? ENTERED : rulesOf(fact.type)?.data;
  if (!keepsKind(present, next) || (schema !== undefined && !fitsSchema(schema, field, next)))
    return rejected('correction.unfit', { field });
  return PAST_DAYS.test(field) && typeof next === 'string' && next > today
    ? rejected('correction.in-future', { field, date: next, today })
    : null;
};

/** A tally is corrected against the signed sheet, which lies with the case: a slip of whoever copied it, and nothing else. */
const refuseWithoutSheet = (
  corrected: CorrectableFact,
  rules: CaseEventRules,
  { state }: Around,
): Refusal => {
  const sheet = rules.heldAgainst?.(corrected.data);
  return sheet === undefined || isFiled(state, sheet) ? null : rejected('correction.sheet-missing');
};

/** A corrected paper passes every check of the one that was entered: its days, its file, its number among the others. */
const refusePaper = (
  { eventId, type, by, paper }: CorrectableFact,
  after: OpenedCase,
  { decidedOn: today }: CommandContext,
): Refusal => {
  const standing = after.papers.find((each) => each.eventId === eventId);
  if (paper === undefined || standing === undefined) return null;
  const data = { itemIds: standing.itemIds };
  const entered = { paper, by, data, today };
  const others = after.papers.filter((each) => each !== standing);
  return (
    refuseDays(entered, after) ?? refuseNoFile(paper, after) ?? refuseNumber(entered, { type, data }, others)
  );
};

/** What a correction names was filed: it cannot say, as the fact could, that a file is held elsewhere. */
const refuseUnseen = (corrected: CorrectableFact, fact: CorrectableFact, { state }: Around): Refusal => {
  const before = digestsIn(fact.data);
  const unseen = digestsIn(corrected.data).find(
    (digest) => !before.includes(digest) && !isFiled(state, digest),
  );
  return unseen === undefined ? null : rejected('digest.not-filed', { digest: unseen });
};

/** A corrected fact passes every check of the original. */
const refuseCorrected = (correction: ChangedFact, fact: CorrectableFact, around: Around): Refusal => {
  const after = withChangedFact(around.state, correction);
  const corrected = factById(after, correction.targetEventId);
  if (corrected !== undefined && correction.changes.some(({ field }) => ofPaper(field))) {
    const refusal = refusePaper(corrected, after, around.context);
    if (refusal !== null || !correction.changes.some(({ field }) => !ofPaper(field))) return refusal;
  }
  const rules = corrected && around.rulesOf(corrected.type);
  if (corrected === undefined || rules === undefined) return null;
  return (
    refuseWithoutSheet(corrected, rules, around) ??
    refuseUnseen(corrected, fact, around) ??
    rules.recheck?.(corrected.data, after, around.context, fact.data) ??
    null
  );
};

/** Why these values cannot be changed to those, whoever asks; null when they can. */
export const refuseChanges = (correction: ChangedFact, fact: CorrectableFact, around: Around): Refusal => {
  const fields = correction.changes.map(({ field }) => field);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) return rejected('correction.unfit', { field: twice });
  for (const change of correction.changes) {
    const refusal = refuseValue(change, fact, around);
    if (refusal !== null) return refusal;
  }
  return refuseCorrected(correction, fact, around);
};
