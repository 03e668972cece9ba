import { describe, expect, it } from '@jest/globals';
import { ERASED } from '@duban/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { goldenLog, sourceOf, textOf } from '../golden-log.fixture.ts';
import type { ExportedEvent } from '../source/exported-event.ts';
import { childrenNamed, readXml } from '../xml/xml-reader.fixture.ts';
import { ocelFaults, type OcelDocument } from './ocel-faults.ts';
import { ocelSchema } from './ocel.schema.ts';
import { ocelJson, type OcelValues } from './write-json.ts';
import { ocelXml } from './write-xml.ts';

const isOcel = new Ajv2020({ strict: true }).compile<OcelDocument>(ocelSchema);
const golden = goldenLog();
const cases = golden.filter(({ stream }) => stream.startsWith('case-'));

const documentOf = async (events: readonly ExportedEvent[], values?: OcelValues): Promise<OcelDocument> => {
  const document: unknown = JSON.parse(await textOf(ocelJson(sourceOf(events), values)));
  if (isOcel(document)) return document;
  throw new Error(JSON.stringify(isOcel.errors));
};

const [document, native] = await Promise.all([documentOf(golden), documentOf(golden, 'native')]);
const xml = readXml(await textOf(ocelXml(sourceOf(golden))));

describe('OCEL 2.0 in JSON', () => {
  it('is what the specification describes, and every relation leads somewhere', () => {
    expect(ocelFaults(document)).toEqual([]);
    expect(ocelFaults(native)).toEqual([]);
  });

  it('has every event of every case once, in the order of the log', () => {
    expect(document.events.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    const sequences = native.events.map(
      ({ attributes }) => attributes?.find(({ name }) => name === 'sequence')?.value,
    );
    expect(sequences).toEqual(cases.map((_, index) => index + 1));
  });

  it('keeps the legal time of every event with the offset it was given in (C63)', () => {
    expect(document.events.map(({ time }) => time)).toEqual(cases.map(({ metadata }) => metadata.occurredAt));
  });

  it('has all kinds of objects, and people as pseudonyms only', () => {
    expect(new Set(document.objects.map(({ type }) => type))).toEqual(
      new Set(['case', 'cycle', 'item', 'meeting', 'organ', 'reply', 'vote']),
    );
    expect(document.objects.some(({ id }) => id.includes('person:'))).toBe(false);
  });

  it('tells the life of an item: where it stood from when on', () => {
    const lives = document.objects
      .filter(({ type }) => type === 'item')
      .map(({ attributes = [] }) =>
        attributes.filter(({ name }) => name === 'stage').map(({ value }) => value),
      );
    expect(lives.some(([first, ...rest]) => first === 'REGISTERED' && rest.includes('ASSIGNED'))).toBe(true);
  });

  it('writes values as text unless asked for native ones', () => {
    const values = ({ objects }: OcelDocument) =>
      new Set(objects.flatMap(({ attributes = [] }) => attributes.map(({ value }) => typeof value)));
    expect(values(document)).toEqual(new Set(['string']));
    expect(values(native)).toEqual(new Set(['string', 'number']));
  });

  it('is the same bytes for the same log', async () => {
    expect(await textOf(ocelJson(sourceOf(goldenLog())))).toBe(await textOf(ocelJson(sourceOf(golden))));
  });

  it('leaves out what was erased', async () => {
    const erased = golden.map((event) =>
      event.type === 'ItemRegistered' ? { ...event, data: { ...event.data, title: ERASED } } : event,
    );
    const text = JSON.stringify(await documentOf(erased));
    expect(text).not.toContain(ERASED);
    expect(ocelFaults(JSON.parse(text) as OcelDocument)).toEqual([]);
  });

  it('is a log without events when there is no case', async () => {
    expect(await documentOf([])).toMatchObject({ eventTypes: [], objects: [], events: [] });
  });
});

describe('OCEL 2.0 in XML', () => {
  const named = (place: string, element: string) => childrenNamed(childrenNamed(xml, place)[0], element);

  it('says the same as the JSON', () => {
    const objects = named('objects', 'object').map(({ attributes }) => attributes['id']);
    const events = named('events', 'event').map(({ attributes }) => attributes['id']);
    expect(objects).toEqual(document.objects.map(({ id }) => id));
    expect(events).toEqual(document.events.map(({ id }) => id));
    const relations = named('events', 'event').map(
      (event) => childrenNamed(childrenNamed(event, 'objects')[0], 'relationship').length,
    );
    expect(relations).toEqual(document.events.map(({ relationships }) => relationships?.length));
  });

  it('gives back every text as it stands', () => {
    const titles = named('objects', 'object').flatMap((object) =>
      childrenNamed(childrenNamed(object, 'attributes')[0], 'attribute')
        .filter(({ attributes }) => attributes['name'] === 'title')
        .map(({ text }) => text),
    );
    const inJson = document.objects.flatMap(({ attributes = [] }) =>
      attributes.filter(({ name }) => name === 'title').map(({ value }) => value),
    );
    expect(titles).toEqual(inJson);
  });

  it('has its parts in the order of the specification', () => {
    expect(xml.children.map(({ name }) => name)).toEqual([
      'object-types',
      'event-types',
      'objects',
      'events',
    ]);
  });
});

describe('the checks that no schema makes', () => {
  const [event] = document.events;
  const [object] = document.objects;
  if (event === undefined || object === undefined) throw new Error('the golden log is empty');
  const item = document.objects.find(({ type }) => type === 'item') ?? object;

  const broken: readonly (readonly [string, Partial<OcelDocument>])[] = [
    ['id-twice', { objects: [...document.objects, object] }],
    ['id-twice', { events: [...document.events, event] }],
    ['type-undeclared', { eventTypes: [] }],
    [
      'attribute-undeclared',
      { objectTypes: document.objectTypes.map((each) => ({ ...each, attributes: [] })) },
    ],
    ['relation-unresolved', { objects: document.objects.slice(1) }],
    ['events-unordered', { events: [...document.events].reverse() }],
    [
      'relation-twice',
      {
        events: [
          { ...event, relationships: [...(event.relationships ?? []), ...(event.relationships ?? [])] },
        ],
      },
    ],
    [
      'attribute-of-other-type',
      { events: [{ ...event, attributes: [{ name: 'revision', value: 'first' }] }] },
    ],
    [
      'attribute-never-initial',
      {
        objects: [
          ...document.objects.filter((each) => each !== item),
          { ...item, attributes: [{ name: 'title', time: '2026-01-01T00:00:00Z', value: 'x' }] },
        ],
      },
    ],
    [
      'attribute-times-unordered',
      {
        objects: [
          ...document.objects.filter((each) => each !== item),
          {
            ...item,
            attributes: ['1970-01-01', '2026-02-01', '2026-01-01'].map((day) => ({
              name: 'stage',
              time: `${day}T00:00:00Z`,
              value: 'x',
            })),
          },
        ],
      },
    ],
  ];

  it.each(broken)('find %s', (code, change) => {
    expect(ocelFaults({ ...document, ...change }).map((fault) => fault.code)).toContain(code);
  });

  it('are behind a schema that refuses a time without an offset', () => {
    expect(isOcel({ ...document, events: [{ ...event, time: '2026-01-01T00:00:00' }] })).toBe(false);
  });

  it('take the example of the documentation, whose value is a number', () => {
    const example = {
      objectTypes: [{ name: 'order', attributes: [{ name: 'item', type: 'integer' }] }],
      eventTypes: [{ name: 'place order', attributes: [] }],
      objects: [
        { id: 'o1', type: 'order', attributes: [{ name: 'item', time: '1970-01-01T00:00:00Z', value: 1 }] },
      ],
      events: [
        {
          id: 'e1',
          type: 'place order',
          time: '2023-10-16T15:30:00Z',
          relationships: [{ objectId: 'o1', qualifier: 'order' }],
        },
      ],
    };
    expect(isOcel(example)).toBe(true);
    expect(ocelFaults(example as OcelDocument)).toEqual([]);
  });
});
