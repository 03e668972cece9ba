import type { Recorded } from '@duban/kernel';
import { caseDecider } from '../case.decider.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState, ItemState, Miss } from '../case.state.ts';
import { stepEvents } from '../step-tables.ts';
import { standingMisses } from './misses.ts';
import { owedDates, waitsForDecision } from './owed-dates.ts';

/** For specs only. */
export type Log = readonly Recorded<CaseEvent>[];
export type Evolve = typeof caseDecider.evolve;

const keyOf = ({ which, cycle, assignmentId, dueDate }: Omit<Miss, 'organs'>): string =>
  [which, cycle, assignmentId, dueDate].join(' ');

const annulledBy = (event: CaseEvent): readonly string[] =>
  event.type === 'MissAnnulled' ? [`${event.data.itemId}: ${keyOf(event.data as unknown as Miss)}`] : [];

export const missesIn = (state: CaseState): readonly string[] =>
  state.status === 'unopened'
    ? []
    : Object.values(state.items).flatMap(({ itemId, misses }) =>
        standingMisses(misses).map((miss) => `${itemId}: ${keyOf(miss)}`),
      );

/** Dates of an item that passed between the days of two events while they were owed, and did not wait for a decision. */
const passedOf = (item: ItemState, from: string, to: string): readonly string[] =>
  owedDates(item)
    .filter(
      ({ which, due }) =>
        !(which.endsWith('due') && waitsForDecision(item)) && from <= due.date && due.date < to,
    )
    .map(({ which, assignmentId, due }) => {
      const place = { which, assignmentId, cycle: item.cycle?.n ?? 0, dueDate: due.date };
      return `${item.itemId}: ${keyOf(place as unknown as Miss)}`;
    });

const passedIn = (state: CaseState, from: string, to: string): readonly string[] =>
  state.status === 'unopened' ? [] : Object.values(state.items).flatMap((item) => passedOf(item, from, to));

/** Misses that are gone after an event, though it annulled none of them, and dates that passed without becoming one. */
export const lostIn = (log: Log, evolve: Evolve): readonly string[] => {
  let state: CaseState = caseDecider.initialState;
  let day = '';
  return log.flatMap((event) => {
    const before = state;
    state = evolve(before, event);
    // The day of a paper of the office is not told; whatever passed by then is found by the next event.
    if (stepEvents.get(event.type)?.seenBy === 'office') return [];
    const owed = [...missesIn(before), ...passedIn(before, day, event.decidedOn)];
    day = event.decidedOn > day ? event.decidedOn : day;
    const stay = new Set([...missesIn(state), ...annulledBy(event)]);
    // What a paper brought in time was never missed: a key ends with the date.
    const kept = event.paper?.receivedOn ?? '9999-12-31';
    return owed
      .filter((miss) => !stay.has(miss) && miss.slice(-10) < kept)
      .map((miss) => `${event.type} ${miss}`);
  });
};
