/** What the state of a case, of an item and the lines of its history share. */
import type { TProperties } from '@sinclair/typebox';
import { groundSchemas } from '@duban/domain';
import { dueDate, evidence } from '@duban/domain/schema';
import { answer, date, instant, list, optional, orNull, text } from './parts.ts';
import { caseEventData, toldSchema, type CaseEventName } from './told-event.ts';

export const actor = answer('Actor', { id: text(), role: text(), organ: text() });

export const basis = answer(
  'Basis',
  { documentNo: optional(text()), meeting: optional(text()), article: optional(text()) },
  'On what authority',
);

const paper = toldSchema(groundSchemas.paper, 'Paper');

/** Members of the envelope that came after the first logs: null in older events, and where nothing of the kind was said. */
export const laterMembers = {
  decidedAt: orNull(instant('When the decision was taken, UTC; null in events of before that rule')),
  decision: orNull(toldSchema(groundSchemas.decision, 'DecisionOfBody')),
  mandate: orNull(toldSchema(groundSchemas.mandate, 'MandateUsed')),
  paper: orNull(paper),
};

/** A recorded fact with the event that states it, and who stated it; `more` is what came of it later. */
export const factWith = <Type extends CaseEventName, More extends TProperties>(
  title: string,
  type: Type,
  more: More,
) =>
  answer(title, {
    eventId: text(),
    on: text('Legal date'),
    by: actor,
    enteredFor: optional(
      text(
        'Whose fact it is, an organ or `person:<id>`, where `by` transcribed it from paper; absent: the fact of `by`',
      ),
    ),
    data: caseEventData(type),
    ...more,
  });

/** What came in on paper, with the event that was entered from it. */
export const paperRecord = answer('PaperRecord', {
  eventId: text(),
  on: date('Day of receipt, as corrected so far'),
  by: actor,
  data: paper,
  type: text('Of the event'),
  itemIds: list(text(), 'Items that the event is about; none: the case as a whole'),
  enteredOn: date(),
});

export const factOf = <Type extends CaseEventName>(type: Type) => factWith(`${type}Fact`, type, {});

export const due = toldSchema(dueDate());
export const evidenceList = toldSchema(evidence());
