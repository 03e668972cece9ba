import { rejected, type Message, type Recorded } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseEvent } from '../case.events.ts';
import type { EvaluationRecord, EvaluationRecords, Fact, OpenedCase } from '../case.state.ts';
import { factOf } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';

/** Nothing where the same record stands; a refusal where another one bears its number; null where it is new. */
export const alreadyRecorded = (
  standing: Fact<object> | undefined,
  event: CaseEvent,
): CaseDecision | null => {
  if (standing === undefined) return null;
  return sameFacts(standing.data, event.data)
    ? []
    : rejected('record.id-taken', { eventId: standing.eventId });
};

type Kind = keyof EvaluationRecords;
type DataOf<Name extends Kind> = EvaluationRecords[Name][number]['data'];

/** The case with this record, which keeps in which cycle it found each of these items. */
export const withRecord = <Name extends Kind>(
  state: OpenedCase,
  kind: Name,
  event: Recorded<Message<string, DataOf<Name>>>,
  itemIds: readonly string[],
): OpenedCase => {
  const record: EvaluationRecord<DataOf<Name>> = {
    ...factOf(event),
    cycleOf: Object.fromEntries(
      itemIds.map((itemId) => [itemId, ownEntry(state.items, itemId)?.cycle?.n ?? 0]),
    ),
  };
  return { ...state, records: { ...state.records, [kind]: [...state.records[kind], record] } };
};
