import type { Message, Recorded } from '@duban/kernel';
import type { EvolutionsOf } from '../case.decisions.ts';
import type { EvaluationRecord, OpenedCase } from '../case.state.ts';
import type { EvaluationEvent } from '../events/evaluation.events.ts';
import { withCycle, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { inNextCycle } from './cycle.ts';
import { suggestionEvolutions } from './suggestion.ts';
import { ownEntry } from '../own-entry.ts';

/** The record, and in which cycle it found the items it covers. */
const recordOf = <Data extends object>(
  state: OpenedCase,
  event: Recorded<Message<string, Data>>,
  itemIds: readonly string[],
): EvaluationRecord<Data> => ({
  ...factOf(event),
  cycleOf: Object.fromEntries(
    itemIds.map((itemId) => [itemId, ownEntry(state.items, itemId)?.cycle?.n ?? 0]),
  ),
});

export const evaluationEvolutions: EvolutionsOf<EvaluationEvent['type']> = {
  ...suggestionEvolutions,

  InspectionRecorded: (state, event) => {
    const record = recordOf(
      state,
      event,
      event.data.findings.map(({ itemId }) => itemId),
    );
    return { ...state, records: { ...state.records, inspections: [...state.records.inspections, record] } };
  },

  VoteRecorded: (state, event) => {
    const record = recordOf(state, event, event.data.coversItemIds);
    return { ...state, records: { ...state.records, votes: [...state.records.votes, record] } };
  },

  SurveyWaveRecorded: (state, event) => {
    const record = recordOf(state, event, event.data.coversItemIds);
    return { ...state, records: { ...state.records, surveys: [...state.records.surveys, record] } };
  },

  AppraisalRecorded: (state, event) => {
    const record = recordOf(state, event, event.data.coversItemIds);
    return { ...state, records: { ...state.records, appraisals: [...state.records.appraisals, record] } };
  },

  EvaluationConcluded: (state, event) => {
    const { itemId, next, outcome } = event.data;
    const fact = factOf(event);
    const concluded = withCycle(state, itemId, (cycle) => ({
      ...cycle,
      conclusions: [...cycle.conclusions, fact],
    }));
    return withItem(concluded, itemId, (item) => ({
      ...(next === null ? item : inNextCycle(item, next, fact.on)),
      failures: item.failures + (outcome === 'dissatisfied' ? 1 : 0),
    }));
  },
};
