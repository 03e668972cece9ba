import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseDecider } from '../case.decider.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState, ItemState, OpenedCase } from '../case.state.ts';
import { walk, walks } from '../case-walk.fixture.ts';
import { stepEvents } from '../step-tables.ts';
import { lostIn, missesIn, type Evolve, type Log } from './lost-misses.fixture.ts';

const logs: readonly Log[] = fc
  .sample(walks, { numRuns: 150, seed: 20_261_203 })
  .map((chosen) => walk(chosen).log);

it('no miss vanishes but by MissAnnulled, and no date passes without becoming one', () => {
  expect(logs.flatMap((log) => lostIn(log, caseDecider.evolve))).toEqual([]);
});

it('the histories hold what could take a miss away, after it was missed', () => {
  const met = new Set<string>();
  for (const log of logs) {
    let state: CaseState = caseDecider.initialState;
    for (const event of log) {
      if (missesIn(state).length > 0) met.add(event.type);
      state = caseDecider.evolve(state, event);
    }
  }
  const could = [
    'ResultReturned',
    'ItemSuspended',
    'ItemReassigned',
    'EvaluationConcluded',
    'DeadlineMissed',
  ];
  expect([...could, 'MissAnnulled', 'ItemMerged'].filter((type) => !met.has(type))).toEqual([]);
});

const withItems = (state: CaseState, change: (item: ItemState) => ItemState): CaseState => {
  if (state.status === 'unopened') return state;
  const items = Object.entries(state.items).map(([itemId, item]) => [itemId, change(item)]);
  return { ...state, items: Object.fromEntries(items) as OpenedCase['items'] };
};

/** After these events the misses of before are forgotten, as they were while they were read off the present date. */
const forgetting =
  (...types: readonly CaseEvent['type'][]): Evolve =>
  (state, event) => {
    const after = caseDecider.evolve(state, event);
    return types.includes(event.type) ? withItems(after, (item) => ({ ...item, misses: [] })) : after;
  };

/** The fold as it was: no day passes. */
const withoutDays: Evolve = (state, event) => {
  const record = stepEvents.get(event.type);
  return (state.status === 'unopened' ? record?.begin?.(event) : record?.fold(state, event)) ?? state;
};

/** A day passes on the clock's own events alone, so that an outage moves what was missed. */
const byTheClock: Evolve = (state, event) =>
  event.actor.role === 'system' ? caseDecider.evolve(state, event) : withoutDays(state, event);

/** Only the present round is looked at. */
const ofThisRound: Evolve = (state, event) =>
  withItems(caseDecider.evolve(state, event), (item) => ({
    ...item,
    misses: item.misses.filter(({ cycle }) => cycle === item.cycle?.n),
  }));

it.each([
  ['a return for rework heals', forgetting('ResultReturned')],
  ['a suspension heals', forgetting('ItemSuspended')],
  ['a reassignment heals', forgetting('ItemReassigned')],
  ['an annulment takes more than its own', forgetting('MissAnnulled')],
  ['a new round heals', ofThisRound],
  ['no day passes', withoutDays],
  ['the clock alone tells the day', byTheClock],
] as const)('a fold in which %s is caught', (_what, mutant) => {
  expect(logs.flatMap((log) => lostIn(log, mutant)).length).toBeGreaterThan(0);
});
