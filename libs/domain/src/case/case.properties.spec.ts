import { expect, it } from '@jest/globals';
import type { Recorded } from '@duban/kernel';
import fc from 'fast-check';
import { caseDecider } from './case.decider.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import { TYPES, walk, walks } from './case-walk.fixture.ts';
import { stateFaults } from './state-faults.fixture.ts';

const check = (predicate: (walked: ReturnType<typeof walk>) => void): void => {
  fc.assert(
    fc.property(walks, (chosen) => {
      predicate(walk(chosen));
    }),
    { numRuns: 100 },
  );
};

it('decides nothing when a command comes again after its own effect', () => {
  check(({ taken }) => {
    for (const { command, after } of taken)
      expect([command.type, caseDecider.decide(command, after)]).toEqual([command.type, []]);
  });
});

it('leaves a valid state behind every command', () => {
  check(({ taken }) => {
    for (const { command, before, after } of taken)
      expect([command.type, stateFaults(before, after)]).toEqual([command.type, []]);
  });
});

const fold = (log: readonly Recorded<CaseEvent>[], from: CaseState = caseDecider.initialState): CaseState =>
  log.reduce<CaseState>(caseDecider.evolve, from);

it('is what its events say, and nothing else: cut anywhere, stored and read back', () => {
  fc.assert(
    fc.property(walks, fc.nat(), (chosen, at) => {
      const { taken, log } = walk(chosen);
      const whole = fold(log);
      const cut = at % (log.length + 1);
      const restored = JSON.parse(JSON.stringify(fold(log.slice(0, cut)))) as CaseState;
      expect(whole).toEqual(taken.at(-1)?.after ?? caseDecider.initialState);
      expect(fold(JSON.parse(JSON.stringify(log.slice(cut))) as typeof log, restored)).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});

it('walks far enough to meet every command', () => {
  const missing = new Set(TYPES);
  for (const chosen of fc.sample(walks, { numRuns: 1000, seed: 20260105 })) {
    for (const { command } of walk(chosen).taken) missing.delete(command.type);
    if (missing.size === 0) break;
  }
  expect([...missing]).toEqual([]);
});
