import { expect, it } from '@jest/globals';
import type { Position } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { faultsOf } from './log-check.ts';

const event = (number: number, revision: number, change: Partial<StoredEvent> = {}): StoredEvent => ({
  id: `e${number}`,
  stream: 'case-1',
  revision,
  position: `n1.${String(number).padStart(20, '0')}` as Position,
  type: 'ItemAssigned',
  schemaVersion: 1,
  data: { index: 0, count: 1 },
  metadata: {
    commandId: `c${number}`,
    commandDigest: '',
    correlationId: '',
    causationId: '',
    actor: { id: '', role: '', organ: '' },
    onBehalfOf: null,
    basis: {},
    occurredAt: '',
    ruleSet: null,
    calendar: null,
    recordedAt: '2026-03-05T01:00:00.000Z',
  },
  ...change,
});

it('finds nothing in a sound log', () => {
  expect(faultsOf([event(1, 0), event(2, 1)], new Set(['c1', 'c2']))).toEqual([]);
});

it.each<[string, readonly StoredEvent[]]>([
  ['position', [event(1, 0), event(3, 1)]],
  ['case-1 has', [event(1, 0), event(2, 2)]],
  ['twice', [event(1, 0), event(2, 1, { id: 'e1' })]],
  ['command c2 has', [event(1, 0), event(2, 1, { data: { index: 0, count: 2 } })]],
  ['lost', [event(1, 0)]],
])('finds a fault of the kind "%s"', (words, events) => {
  const faults = faultsOf(events, new Set(['c1', 'c2']));
  expect(faults.filter((fault) => fault.includes(words))).toHaveLength(1);
});
