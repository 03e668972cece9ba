import type { Static } from '@sinclair/typebox';
import type { ocelSchema } from './ocel.schema.ts';

export type OcelDocument = Static<typeof ocelSchema>;

/** Something that a valid document still gets wrong; `place` names the element by its id. */
export type OcelFault = {
  readonly code:
    | 'id-twice'
    | 'type-undeclared'
    | 'attribute-undeclared'
    | 'attribute-of-other-type'
    | 'relation-unresolved'
    | 'relation-twice'
    | 'attribute-times-unordered'
    | 'attribute-never-initial'
    | 'events-unordered';
  readonly place: string;
};

type Fault = OcelFault['code'];
type Element = OcelDocument['events'][number] | OcelDocument['objects'][number];
type Declared = ReadonlyMap<string, ReadonlyMap<string, string>>;

const declaredBy = (types: OcelDocument['eventTypes']): Declared =>
  new Map(
    types.map(({ name, attributes }) => [name, new Map(attributes.map((each) => [each.name, each.type]))]),
  );

const doubles = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text, at) => texts.indexOf(text) !== at)),
];

const twice = (code: Fault, texts: readonly string[]): readonly OcelFault[] =>
  new Set(texts).size === texts.length ? [] : doubles(texts).map((place) => ({ code, place }));

const TYPED: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  float: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
  boolean: /^(true|false|0|1)$/,
  time: /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/,
};

const attributeFaults = (element: Element, declared: Declared): readonly OcelFault[] => {
  const known = declared.get(element.type);
  if (known === undefined) return [{ code: 'type-undeclared', place: element.id }];
  return (element.attributes ?? []).flatMap(({ name, value }): readonly OcelFault[] => {
    const type = known.get(name);
    const place = `${element.id} ${name}`;
    if (type === undefined) return [{ code: 'attribute-undeclared', place }];
    return TYPED[type]?.test(String(value)) === false ? [{ code: 'attribute-of-other-type', place }] : [];
  });
};

const relationFaults = (
  { id, relationships = [] }: Element,
  ids: ReadonlySet<string>,
): readonly OcelFault[] => [
  ...relationships.flatMap(({ objectId }): readonly OcelFault[] =>
    ids.has(objectId) ? [] : [{ code: 'relation-unresolved', place: `${id} ${objectId}` }],
  ),
  ...twice(
    'relation-twice',
    relationships.map(({ objectId, qualifier }) => `${id} ${objectId} ${qualifier}`),
  ),
];

const epoch = (time: string): number => Temporal.Instant.from(time).epochMilliseconds;

/** The first value of each attribute is the one from the beginning, and the others follow in time. */
const timeFaults = ({ id, attributes = [] }: OcelDocument['objects'][number]): readonly OcelFault[] =>
  [...Map.groupBy(attributes, ({ name }) => name)].flatMap(([name, values]): readonly OcelFault[] => {
    const times = values.map(({ time }) => epoch(time));
    const place = `${id} ${name}`;
    return [
      ...(times[0] === 0 ? [] : [{ code: 'attribute-never-initial' as const, place }]),
      ...(times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0))
        ? []
        : [{ code: 'attribute-times-unordered' as const, place }]),
    ];
  });

const sequenceOf = ({ attributes = [] }: OcelDocument['events'][number]): number =>
  Number(attributes.find(({ name }) => name === 'sequence')?.value ?? 0);

const orderFaults = (events: OcelDocument['events']): readonly OcelFault[] =>
  events.flatMap((event, at): readonly OcelFault[] => {
    const before = events[at - 1];
    return before === undefined || sequenceOf(before) <= sequenceOf(event)
      ? []
      : [{ code: 'events-unordered', place: event.id }];
  });

/** Whatever is wrong with a document that its schema accepts: names, types, relations and times against each other. */
export const ocelFaults = (document: OcelDocument): readonly OcelFault[] => {
  const { objects, events, objectTypes, eventTypes } = document;
  const ids = new Set(objects.map(({ id }) => id));
  const [ofObjects, ofEvents] = [declaredBy(objectTypes), declaredBy(eventTypes)];
  return [
    ...twice(
      'id-twice',
      objects.map(({ id }) => id),
    ),
    ...twice(
      'id-twice',
      events.map(({ id }) => id),
    ),
    ...objects.flatMap((each) => attributeFaults(each, ofObjects)),
    ...events.flatMap((each) => attributeFaults(each, ofEvents)),
    ...[...objects, ...events].flatMap((each) => relationFaults(each, ids)),
    ...objects.flatMap(timeFaults),
    ...orderFaults(events),
  ];
};
