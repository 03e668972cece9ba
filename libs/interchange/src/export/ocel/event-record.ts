import type { CaseEvent } from '@duban/domain';
import type { ReadCaseEvent } from './case-event.ts';
import { relationsOf } from './event-relations.ts';
import type { DeclaredAttribute, OcelEvent, OcelValue } from './ocel-log.ts';
import type { Rounds } from './rounds.ts';

/** Every event type declares the same attributes; an event has those that it has something to say for. */
export const eventAttributes: readonly DeclaredAttribute[] = [
  { name: 'sequence', type: 'integer' },
  { name: 'revision', type: 'integer' },
  { name: 'recordedtime', type: 'time' },
  { name: 'origin', type: 'string' },
  { name: 'actor', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'commandid', type: 'string' },
  { name: 'correlationid', type: 'string' },
  { name: 'causationid', type: 'string' },
  { name: 'deadline', type: 'string' },
  { name: 'outcome', type: 'string' },
  { name: 'corrects', type: 'string' },
];

/** Imported, noted by the clock, or stated by somebody. */
const originOf = ({ type, actor }: ReadCaseEvent): string => {
  if (type === 'ItemImported' || type === 'ItemImportTakenBack') return 'imported';
  return actor.role === 'system' ? 'clock' : 'observed';
};

const deadlineOf = (event: CaseEvent): string | null => {
  switch (event.type) {
    case 'ItemAssigned':
    case 'ItemReassigned':
    case 'LookBackScheduled':
      return event.data.due.date;
    case 'ExtensionGranted':
    case 'ItemResumed':
      return event.data.newDue.date;
    case 'DueDateRecomputed':
      return event.data.after.date;
    case 'DeadlineApproaching':
    case 'DeadlineMissed':
    case 'CoOpinionMissed':
      return event.data.dueDate;
    case 'EvaluationConcluded':
    case 'ItemReopened':
      return event.data.next?.due.date ?? null;
    default:
      return null;
  }
};

const outcomeOf = (event: CaseEvent): string | null => {
  if (event.type === 'EvaluationConcluded') return event.data.outcome;
  return event.type === 'ItemClosed' ? event.data.disposition : null;
};

const correctedBy = (event: CaseEvent): string | null =>
  event.type === 'EventCorrected' || event.type === 'CorrectionConfirmed' ? event.data.targetEventId : null;

/** An event as OCEL has it: legal time with its offset, order in `sequence` and never in the clock (C64). */
export const ocelEvent = (event: ReadCaseEvent, sequence: number, known: Rounds): OcelEvent => {
  const { commandId, correlationId, causationId } = event.metadata;
  const values: Readonly<Record<string, OcelValue | null>> = {
    ...{ sequence, revision: event.revision, recordedtime: event.recordedAt, origin: originOf(event) },
    ...{ actor: event.actor.id, role: event.actor.role },
    ...{ commandid: commandId, correlationid: correlationId, causationid: causationId },
    ...{ deadline: deadlineOf(event), outcome: outcomeOf(event), corrects: correctedBy(event) },
  };
  return {
    id: event.id,
    type: event.type,
    time: event.occurredAt,
    attributes: eventAttributes.flatMap(({ name }) => {
      const value = values[name] ?? null;
      return value === null ? [] : [{ name, value }];
    }),
    relationships: relationsOf(event, known),
  };
};
