import { rejected, type Message, type Recorded } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseEvent } from '../case.events.ts';
import type { EvaluationRecord, EvaluationRecords, Fact, OpenedCase } from '../case.state.ts';
import { factOf } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import type { VoteRecorded } from './record-vote.step.ts';
import type { MeetingFigures } from './vote-parts.ts';

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

type Kind = 'surveys' | 'inspections' | 'appraisals';
type DataOf<Name extends Kind> = EvaluationRecords[Name][number]['data'];

const recordOf = <Data extends object>(
  state: OpenedCase,
  event: Recorded<Message<string, Data>>,
  itemIds: readonly string[],
): EvaluationRecord<Data> => ({
  ...factOf(event),
  revision: event.revision,
  cycleOf: Object.fromEntries(
    itemIds.map((itemId) => [itemId, ownEntry(state.items, itemId)?.cycle?.n ?? 0]),
  ),
});

/** The case with this record, which keeps in which cycle it found each of these items. */
export const withRecord = <Name extends Kind>(
  state: OpenedCase,
  kind: Name,
  event: Recorded<Message<string, DataOf<Name>>>,
  itemIds: readonly string[],
): OpenedCase => {
  const record = recordOf(state, event, itemIds);
  return { ...state, records: { ...state.records, [kind]: [...state.records[kind], record] } };
};

type Tally = { readonly eligible: number; readonly present: number };

/** What the registered meeting of a vote said; null: the vote names none. Each figure of it was held against it once. */
export const figuresOf = ({ decision, data }: Recorded<Message<string, Tally>>): MeetingFigures | null =>
  decision?.meeting === undefined
    ? null
    : { meeting: decision.meeting, serving: data.eligible, present: data.present };

export const withVote = (state: OpenedCase, event: Recorded<VoteRecorded>): OpenedCase => {
  const vote = { ...recordOf(state, event, event.data.coversItemIds), held: figuresOf(event) };
  return { ...state, records: { ...state.records, votes: [...state.records.votes, vote] } };
};
