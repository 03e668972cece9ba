import { expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import type { EventEntry } from './event-entry.ts';
import { eventEntries } from './event-registry.ts';
import { registryFaults } from './registry-faults.ts';

const schema = Type.Object({});
const upcast = (from: number, to: number) => ({ from, to, upcast: <Data>(data: Data) => data });

const sound: EventEntry = {
  type: 'Sound',
  category: 'test',
  latest: 3,
  schemas: [1, 2, 3].map((version) => ({ version, schema })),
  upcasters: [upcast(1, 2), upcast(2, 3)],
};

const codesOf = (...entries: EventEntry[]): string[] => registryFaults(entries).map(({ code }) => code);

it('finds nothing wrong with a sound entry', () => {
  expect(codesOf(sound)).toEqual([]);
});

it('finds nothing wrong with the events of the product', () => {
  expect(registryFaults(eventEntries)).toEqual([]);
});

it('sees a type that is registered twice', () => {
  expect(codesOf(sound, sound)).toEqual(['registry.duplicate-type']);
});

it('sees a version without a schema', () => {
  expect(codesOf({ ...sound, schemas: sound.schemas.slice(1) })).toEqual(['registry.gap']);
});

it('sees a version without a way on', () => {
  expect(codesOf({ ...sound, upcasters: [upcast(1, 2)] })).toEqual(['registry.gap']);
});

it('sees an upcaster that leaps over a version', () => {
  expect(codesOf({ ...sound, upcasters: [upcast(1, 3), upcast(2, 3)] })).toEqual(['registry.gap']);
});

it.each([
  [2, 1],
  [2, 2],
])('sees an upcaster that leads back, from %s to %s', (from, to) => {
  expect(codesOf({ ...sound, upcasters: [upcast(1, 2), upcast(from, to)] })).toEqual(['registry.cycle']);
});

it('sees two upcasters from one version', () => {
  expect(codesOf({ ...sound, upcasters: [...sound.upcasters, upcast(1, 2)] })).toEqual([
    'registry.duplicate-upcaster',
  ]);
});

it('sees two schemas of one version', () => {
  expect(codesOf({ ...sound, schemas: [...sound.schemas, { version: 2, schema }] })).toEqual([
    'registry.duplicate-version',
  ]);
});

it.each([0, 2, 1.5, Number.NaN])('sees a wrong latest version, %s', (latest) => {
  expect(codesOf({ ...sound, latest })).toContain('registry.latest-wrong');
});
