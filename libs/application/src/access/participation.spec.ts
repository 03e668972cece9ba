import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '@duban/domain';
import { takesPart } from './participation.ts';

/** Only what is asked for; the rest of a state is beside the point. */
const caseWith = (items: object): CaseState =>
  ({ status: 'open', opened: { addressee: 'government' }, items }) as CaseState;

const cycle = (...organs: readonly string[]): object => ({
  assignments: organs.map((organ) => ({ organ, endedOn: organ === 'returned' ? '2026-01-01' : null })),
});

describe('who takes part in a case', () => {
  const state = caseWith({
    i1: { addressee: null, imported: null, cycle: cycle('lead', 'returned'), pastCycles: [cycle('former')] },
    i2: { addressee: 'court', imported: { data: { organ: 'registered' } }, cycle: null, pastCycles: [] },
  });

  it.each(['government', 'lead', 'returned', 'former', 'court', 'registered'])('%s', (organ) => {
    expect(takesPart(state, organ)).toBe(true);
  });

  it('nobody else, and nobody in a case that was never opened', () => {
    expect(takesPart(state, 'stranger')).toBe(false);
    expect(takesPart({ status: 'unopened' }, 'lead')).toBe(false);
  });
});
