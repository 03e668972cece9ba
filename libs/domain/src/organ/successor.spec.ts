import { expect, it } from '@jest/globals';
import type { OrganState } from './organ.state.ts';
import { successorChain } from './successor.ts';

const organ = (organId: string, successor?: string | null, on = '2018-10-25'): OrganState => ({
  status: successor === undefined ? 'active' : 'ended',
  organId,
  kind: 'bureau',
  names: [{ name: organId, from: '2000-01-01' }],
  end: successor === undefined ? null : { how: 'dissolved', on, successor },
});

const organs: Readonly<Record<string, OrganState>> = {
  a: organ('a', 'b'),
  b: organ('b', 'c', '2023-03-01'),
  c: organ('c'),
  d: organ('d', null),
  e: organ('e', 'nowhere'),
  f: organ('f', 'g'),
  g: organ('g', 'f'),
  h: { status: 'unregistered' },
};

it.each([
  ['a', '2018-10-24', ['a'], 'active'],
  ['a', '2018-10-25', ['a', 'b'], 'active'],
  ['a', '2023-03-01', ['a', 'b', 'c'], 'active'],
  ['c', '2024-01-01', ['c'], 'active'],
  ['d', '2024-01-01', ['d'], 'ended'],
  ['e', '2024-01-01', ['e', 'nowhere'], 'unknown'],
  ['f', '2024-01-01', ['f', 'g'], 'cycle'],
  ['h', '2024-01-01', ['h'], 'unknown'],
])('what was %s’s on %s is followed through %j: %s', (organId, date, organIds, endsIn) => {
  expect(successorChain((id) => organs[id], organId, date)).toEqual({ organIds, endsIn });
});
