import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '@duban/kernel';
import { foldCase } from '../fold/fold-case.ts';
import { differences } from './difference.ts';
import { diffStates } from './diff-states.ts';
import { goldenCases, goldenStream } from './golden-log.fixture.ts';

const events = goldenStream('case-g1');
const at = (version: number) => foldCase(events, { version })?.state ?? null;
const revisionOf = (type: string): number => events.find((event) => event.type === type)?.revision ?? -1;
const stepOf = (type: string) => {
  const revision = revisionOf(type);
  return diffStates(at(revision - 1), at(revision), 'zh');
};

describe('the difference between two states of a case', () => {
  it('is empty for a state and itself, and for one folded twice', () => {
    expect(diffStates(at(3), at(3), 'en')).toEqual([]);
  });

  it('names the field in both languages, the item by its title', () => {
    const revision = revisionOf('ReceiptAcknowledged');
    const told = (language: 'zh' | 'en') =>
      diffStates(at(revision - 1), at(revision), language).find(({ pointer }) => pointer.endsWith('/stage'));
    const title = Object.values(at(revision)?.items ?? {})[0]?.title ?? '';
    expect(told('zh')).toMatchObject({
      kind: 'changed',
      before: 'ASSIGNED',
      after: 'RECEIVED',
      label: `${title} › 阶段`,
    });
    expect(told('en')?.label).toBe(`${title} › stage`);
  });

  it('finds an assignment by its id, whatever stands before it in the list', () => {
    const [received] = stepOf('ReceiptAcknowledged').filter(({ pointer }) => pointer.endsWith('receivedOn'));
    expect(received?.pointer).toMatch(/^\/items\/[^/]+\/cycle\/1\/assignments\/[^/]+\/receivedOn$/);
    expect(received?.kind).toBe('added');
  });

  it('has everything as added when the case did not exist, and as removed the other way round', () => {
    const opened = diffStates(null, at(0), 'zh');
    expect(opened.map(({ pointer }) => pointer)).toContain('/opened');
    expect(new Set(opened.map(({ kind }) => kind))).toEqual(new Set(['added']));
    expect(new Set(diffStates(at(0), null, 'zh').map(({ kind }) => kind))).toEqual(new Set(['removed']));
  });

  it('goes back the way it came: the same places, the sides exchanged', () => {
    for (const stream of goldenCases()) {
      const states = stream.map(({ revision }) => foldCase(stream, { version: revision })?.state ?? null);
      states.slice(1).forEach((state, index) => {
        const there = diffStates(states[index] ?? null, state, 'en');
        const back = diffStates(state, states[index] ?? null, 'en');
        expect(
          new Set(back.map(({ pointer, before, after }) => JSON.stringify([pointer, after, before]))),
        ).toEqual(
          new Set(there.map(({ pointer, before, after }) => JSON.stringify([pointer, before, after]))),
        );
      });
    }
  });

  it('keeps the second cycle apart from the first', () => {
    const first = { n: 1, due: { date: '2026-05-01' } };
    const second = { n: 2, due: { date: '2026-08-01' } };
    expect(differences([first], [first, second]).map(({ path }) => path)).toEqual([['2']]);
    expect(differences([first, second], [{ ...second, due: null }, first])).toEqual([
      { path: ['2', 'due'], kind: 'removed', before: second.due, after: null },
    ]);
  });
});

describe('the difference between two JSON values', () => {
  it('is empty exactly when they say the same, nothing and null being one', () => {
    const value = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(value, (one) => {
        expect(differences(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('tells the day-by-day explanation of a date as one statement', () => {
    const steps = (n: number): JsonValue => ({ steps: Array.from({ length: n }, (_, day) => ({ day })) });
    expect(differences(steps(2), steps(3)).map(({ path }) => path)).toEqual([['steps']]);
    expect(differences(steps(2), steps(2))).toEqual([]);
  });
});
