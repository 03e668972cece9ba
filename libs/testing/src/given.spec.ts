import { expect, it } from '@jest/globals';
import { rejected, type Decider, type Message } from '@duban/kernel';
import { contextOn, clockOn, given } from './index.ts';
import { recordedAs } from './recorded-as.ts';

type Opened = Message<'Opened', { readonly name: string }>;
type Open = Message<'Open', { readonly name: string }>;

const door: Decider<string | null, Open, Opened, 'door.other-name'> = {
  initialState: null,
  decide: ({ data }, name) => {
    if (name === null) return [{ type: 'Opened', data }];
    return name === data.name ? [] : rejected('door.other-name');
  },
  evolve: (_name, { data }) => data.name,
};

const open = (name: string): Open => ({ type: 'Open', data: { name } });
const opened = (name: string): Opened => ({ type: 'Opened', data: { name } });

it('passes when the decider decides as expected', () => {
  given(door).when(open('a')).then(opened('a'));
  given(door, opened('a')).when(open('a')).thenNothing();
  given(door, opened('a')).when(open('b')).thenRejected('door.other-name');
});

it.each([
  [
    'other events',
    () => {
      given(door).when(open('a')).then(opened('b'));
    },
  ],
  [
    'events where nothing happens',
    () => {
      given(door, opened('a')).when(open('a')).then(opened('a'));
    },
  ],
  [
    'nothing where it is refused',
    () => {
      given(door, opened('a')).when(open('b')).thenNothing();
    },
  ],
  [
    'a refusal where it decides',
    () => {
      given(door).when(open('a')).thenRejected('door.other-name');
    },
  ],
] as const)('fails a test that expects %s', (_what, expectation) => {
  expect(expectation).toThrow(expect.objectContaining({ code: 'ERR_ASSERTION' }));
});

it('records events in order, at one instant, with readable identifiers', () => {
  const [first, second] = recordedAs([opened('a'), opened('b')]);
  expect(first).toMatchObject({ id: 'event-1', revision: 0, recordedAt: '2026-03-05T01:00:00.000Z' });
  expect(second).toMatchObject({ id: 'event-2', revision: 1, occurredAt: '2026-03-05T09:00:00+08:00' });
});

it('stands at nine o’clock in Shanghai on the day it is told', () => {
  expect(contextOn('2026-03-06')).toMatchObject({
    occurredOn: '2026-03-06',
    decidedOn: '2026-03-06',
    onBehalfOf: null,
  });
  expect(clockOn('2026-03-06').now()).toBe(Date.UTC(2026, 2, 6, 1));
});
