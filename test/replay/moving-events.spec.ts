import { expect, it } from '@jest/globals';
import { decodeEventOf } from '@duban/contracts';
import { caseDecider, type CaseEvent, type CaseState } from '@duban/domain';
import type { Recorded } from '@duban/kernel';
import fc from 'fast-check';
import { MOVING } from '../../apps/web/src/case/moving-events.ts';
import { walk, walks } from '../../libs/domain/src/case/case-walk.fixture.ts';
import { goldenStreams } from './golden-files.ts';

const decode = decodeEventOf('case');

const stored: readonly (readonly Recorded<CaseEvent>[])[] = goldenStreams
  .filter(({ stream }) => stream.startsWith('case-'))
  .map(({ events }) => events.map((event) => decode(event)));

/** The same log, its contested conclusions decided the other way: random cases seldom come so far. */
const handledAgain = (log: readonly Recorded<CaseEvent>[]): readonly Recorded<CaseEvent>[] => {
  const due = log.flatMap((event) => (event.type === 'ItemAssigned' ? [event.data.due] : []))[0];
  return log.map((event) =>
    event.type === 'ContestedConclusionDecided' && due !== undefined
      ? { ...event, data: { ...event.data, stands: false, next: { cycle: 2, cause: 'contested', due } } }
      : event,
  );
};

/** What releases have stored, which has every event, and random cases, which have them at many places. */
const logs: readonly (readonly Recorded<CaseEvent>[])[] = [
  ...stored,
  ...stored.map(handledAgain),
  ...fc.sample(walks, { numRuns: 200, seed: 20_261_130 }).map((each) => walk(each).log),
];

const stagesOf = (state: CaseState): ReadonlyMap<string, string> =>
  new Map(
    state.status === 'unopened'
      ? []
      : Object.values(state.items).map(({ itemId, stage }): [string, string] => [itemId, stage]),
  );

const moves = (before: CaseState, after: CaseState): boolean => {
  const earlier = stagesOf(before);
  return [...stagesOf(after)].some(([itemId, stage]) => earlier.get(itemId) !== stage);
};

it('the page walks through the events that take an item to another stage, and through no others', () => {
  const moving = new Set<string>();
  for (const log of logs) {
    let state = caseDecider.initialState;
    for (const event of log) {
      const after = caseDecider.evolve(state, event);
      if (moves(state, after)) moving.add(event.type);
      state = after;
    }
  }
  expect([...MOVING].sort()).toEqual([...moving].sort());
});
