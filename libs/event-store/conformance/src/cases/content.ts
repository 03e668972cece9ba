import { expect } from '@jest/globals';
import type { JsonObject } from '@duban/kernel';
import { array, assert, asyncProperty, jsonValue } from 'fast-check';
import { conformanceCase } from '../conformance-case.ts';
import { codeOf, freshStream, sampleEvent } from '../sample.ts';

const LIMIT = 1_048_576;
/** Room for the metadata and for what an adapter adds to it. */
const ROOM = 4_096;

/** A case for values that JSON.stringify would change or drop without a word. */
const refuses = <const Name extends string>(name: Name, values: readonly unknown[]) =>
  conformanceCase(name, async ({ store }) => {
    for (const value of values) {
      const stream = freshStream();
      const data = { list: [{ value }] } as JsonObject;
      expect(await codeOf(store.append(stream, [sampleEvent({ data })], 'any'))).toBe('event.unserialisable');
      expect((await store.readStream(stream)).events).toEqual([]);
    }
  });

const loop: unknown[] = [];
loop.push(loop);

export const content = [
  conformanceCase('json-comes-back-as-it-was', async ({ store }) => {
    const values = array(jsonValue({ stringUnit: 'binary' }), { maxLength: 5 });
    const property = asyncProperty(values, async (list) => {
      const stream = freshStream();
      // Minus zero is the one JSON number whose text loses something.
      const data = JSON.parse(JSON.stringify({ list })) as JsonObject;
      await store.append(stream, [sampleEvent({ data })], 'any');
      expect((await store.readStream(stream)).events[0]?.data).toEqual(data);
    });
    // Chance comes to the smallest list of all in one run of three.
    await assert(property, { numRuns: 40, examples: [[[[null]]]] });
  }),

  conformanceCase('texts-keep-every-character', async ({ store }) => {
    const stream = freshStream();
    const text = '\u0000 \u2028 \uFEFF "\\ e\u0301 \u00e9 督办 𠮷 👨‍👩‍👧';
    const data = JSON.parse(JSON.stringify({ [text]: text })) as JsonObject;
    await store.append(stream, [sampleEvent({ data })], 'any');
    expect((await store.readStream(stream)).events[0]?.data).toEqual(data);
  }),

  conformanceCase('later-members-come-back-as-they-were-and-not-where-they-were-not', async ({ store }) => {
    const stream = freshStream();
    const later = {
      envelope: 1,
      decidedAt: '2026-03-05T01:00:00.113Z',
      decision: { body: 'cq-cc', form: 'meeting', on: '2026-03-04', meeting: 'meeting-32', revision: 2 },
      mandate: { id: 'm-1', revision: 0 },
      paper: {
        ...{ enteredFor: 'cq-housing', incomingNo: '收文〔2026〕7号', documentDate: '2026-03-02' },
        ...{ receivedOn: '2026-03-03', attachment: `sha256:${'a'.repeat(64)}` },
      },
    } as const;
    const without = freshStream();
    await store.append(stream, [sampleEvent({ later })], 'no-stream');
    await store.append(without, [sampleEvent()], 'no-stream');
    const [first] = (await store.readStream(stream)).events;
    const [second] = (await store.readStream(without)).events;
    expect(first?.metadata).toMatchObject(later);
    for (const member of Object.keys(later)) expect(second?.metadata).not.toHaveProperty(member);
  }),

  conformanceCase('holds-an-event-of-1-mib', async ({ store }) => {
    const stream = freshStream();
    const data = { text: '督'.repeat(Math.floor((LIMIT - ROOM) / 3)) };
    await store.append(stream, [sampleEvent({ data })], 'any');
    expect((await store.readStream(stream)).events[0]?.data).toEqual(data);
  }),

  conformanceCase('refuses-an-event-over-1-mib', async ({ store }) => {
    const stream = freshStream();
    // Fewer characters than the limit, more bytes.
    const data = { text: '督'.repeat(Math.ceil(LIMIT / 3)) };
    expect(await codeOf(store.append(stream, [sampleEvent({ data })], 'any'))).toBe('event.unserialisable');
    expect((await store.readStream(stream)).events).toEqual([]);
  }),

  refuses('refuses-bigint', [1n]),
  refuses('refuses-numbers-that-are-none', [Number.NaN, Infinity, -Infinity]),
  refuses('refuses-lone-surrogates', ['\ud800', 'x\udc00', { ['key\ud800']: 1 }]),
  refuses('refuses-undefined', [undefined, [undefined], () => 1, Symbol('s')]),
  refuses('refuses-objects-with-a-class', [new Date(0), new Map(), new Error('an error')]),
  refuses('refuses-loops', [loop]),

  conformanceCase('callers-objects-are-not-kept', async ({ store }) => {
    const stream = freshStream();
    const data = { list: ['as it was'] };
    const answer = store.append(stream, [sampleEvent({ data })], 'any');
    data.list[0] = 'changed by the caller';
    await answer;
    const [first] = (await store.readStream(stream)).events;
    expect(first?.data).toEqual({ list: ['as it was'] });
    if (first === undefined) throw new Error('the event is gone');
    (first.data as typeof data).list[0] = 'changed by a reader';
    expect((await store.readStream(stream)).events[0]?.data).toEqual({ list: ['as it was'] });
  }),
] as const;
