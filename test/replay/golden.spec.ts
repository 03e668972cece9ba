import { describe, expect, it } from '@jest/globals';
import {
  decodeEvent,
  encodeEvent,
  eventEntries,
  eventRegistry,
  tellEvent,
  type DubanEvent,
} from '@duban/contracts';
import {
  bodyDecider,
  calendarDecider,
  caseDecider,
  erasureDecider,
  mandateDecider,
  meetingDecider,
  organDecider,
  postsDecider,
  ruleSetDecider,
  surveyDecider,
} from '@duban/domain';
import type { StoredEvent } from '@duban/event-store';
import type { Decider, Message, Recorded } from '@duban/kernel';
import { goldenStreams } from './golden-files.ts';

type Fold = (events: readonly Recorded[]) => unknown;

const foldOf =
  <State, Command extends Message, Event extends Message, Reason extends string>({
    evolve,
    initialState,
  }: Decider<State, Command, Event, Reason>): Fold =>
  (events) =>
    events.reduce<State>((state, event) => evolve(state, event as Recorded<Event>), initialState);

/** Import batches have no decider: what they state is read as it stands. */
const folds: ReadonlyMap<string, Fold> = new Map([
  ['case', foldOf(caseDecider)],
  ['calendar', foldOf(calendarDecider)],
  ['ruleset', foldOf(ruleSetDecider)],
  ['organ', foldOf(organDecider)],
  ['survey', foldOf(surveyDecider)],
  ['posts', foldOf(postsDecider)],
  ['body', foldOf(bodyDecider)],
  ['meeting', foldOf(meetingDecider)],
  ['mandate', foldOf(mandateDecider)],
  ['erasure', foldOf(erasureDecider)],
]);

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

const decoded = (events: readonly StoredEvent[]) => events.map((event) => frozen(decodeEvent(event)));
const named = goldenStreams.map(({ stream, events }) => [stream, events] as const);

describe.each(named)('the golden stream %s', (stream, events) => {
  it('is one stream without holes, in the order of its log', () => {
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    expect(events.every((event) => event.stream === stream)).toBe(true);
    const positions = events.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort());
  });

  it('holds events of its own kind of stream', () => {
    const kinds = new Set(events.map(({ type }) => eventRegistry.get(type)?.category));
    expect([...kinds]).toEqual([categoryOf(stream)]);
  });

  it('decodes to events that the newest schemas accept', () => {
    for (const { type, data } of decoded(events)) {
      expect(encodeEvent({ type, data } as DubanEvent)).toEqual({
        schemaVersion: eventRegistry.get(type)?.latest,
        data,
      });
    }
  });

  it('is told in one sentence an event, without a hole, in Chinese and English', () => {
    for (const event of decoded(events)) {
      const [zh, en] = [tellEvent(event, 'zh'), tellEvent(event, 'en')];
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^\S/);
      expect(`${zh} ${en}`).not.toMatch(/undefined|null|NaN|\[object|\n/);
    }
  });
});

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));
const folded = named.flatMap(([stream, events]) => {
  const fold = folds.get(categoryOf(stream));
  return fold === undefined ? [] : [[stream, events, fold] as const];
});

it.each(folded)(
  '%s folds to the same state every time, and leaves its events as they were',
  (stream, events, fold) => {
    const state = fold(decoded(events));
    expect(fold(decoded(events))).toEqual(state);
    // Posts and erasures are there from the first day on: they have no status.
    const known = { posts: 'grants', erasure: 'proposals' } as Readonly<Record<string, string>>;
    expect(state).toHaveProperty(known[categoryOf(stream)] ?? 'status');
    expect(state).not.toEqual(fold([]));
  },
);

it('there is a golden event of every type and version', () => {
  const shipped = eventEntries.flatMap(({ type, schemas }) =>
    schemas.map(({ version }) => `${type} ${version}`),
  );
  const golden = new Set(
    goldenStreams.flatMap(({ events }) =>
      events.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`),
    ),
  );
  expect(shipped.filter((name) => !golden.has(name))).toEqual([]);
});

it('each golden case ends where its history says', () => {
  const stages = goldenStreams
    .filter(({ stream }) => stream.startsWith('case-'))
    .map(({ stream, events }) => {
      const state = decoded(events).reduce(
        (folded, event) => caseDecider.evolve(folded, event as Parameters<typeof caseDecider.evolve>[1]),
        caseDecider.initialState,
      );
      const items = state.status === 'unopened' ? [] : Object.values(state.items);
      return [stream, state.status, ...items.map(({ itemId, stage }) => `${itemId} ${stage}`)];
    });
  expect(stages).toEqual([
    ['case-g1', 'archived', 'g1-i1 CLOSED'],
    ['case-g2', 'open', 'g2-i1 RECTIFYING', 'g2-i2 MERGED', 'g2-i3 WITHDRAWN'],
    ['case-g3', 'open', 'g3-i1 RECTIFYING'],
    ['case-g4', 'open', 'g4-i1 CLOSED', 'g4-i2 TAKEN_BACK'],
    ['case-g5', 'open'],
    ['case-g6', 'archived', 'g6-i1 CLOSED'],
    ['case-g7', 'open', 'g7-i1 ASSIGNED'],
    ['case-g9', 'open'],
    ['case-gm', 'open', 'gm-i1 ASSIGNED'],
    ['case-gr', 'open', 'gr-i1 REGISTERED'],
    ['case-gt', 'open'],
    ['case-gv', 'open', 'gv-i1 REGISTERED'],
    ['case-gx', 'open', 'gx-i1 REGISTERED'],
    ['case-gy', 'open'],
  ]);
});
