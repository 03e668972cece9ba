import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { numberedPosition, type EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { TOPICS, type CloudEvent } from '../translate/cloud-event.ts';
import { createMemoryOutlet, type MemoryOutlet } from './memory-outlet.ts';
import { eventOf } from './relay.fixture.ts';
import { startRelay } from './relay.ts';
import { openSqlitePositionStore } from './sqlite-position-store.ts';

const MARKER = 'duban.case.event-restricted.v1';
const restriction = { secrecy: 'work-secret', ground: 'plans', documentNo: 'S-1' };
const lifting = { ground: 'announced', documentNo: 'S-2' };

let store: EventStore;
let outlet: MemoryOutlet;
let positions: ReturnType<typeof openSqlitePositionStore>;
beforeEach(() => {
  store = openMemoryStore();
  outlet = createMemoryOutlet();
  positions = openSqlitePositionStore(':memory:');
});
afterEach(() => store.close());

const tell = (stream: string, type: string, data: object = {}): Promise<unknown> =>
  store.append(stream, [eventOf(type, data)], 'any');
const work = (stream = 'case-a'): Promise<unknown> =>
  tell(stream, 'ReceiptAcknowledged', { itemId: 'secret-item', handler: 'person:2' });

/** Everything up to here, under a name of its own: another name begins at the start, as `duban republish` does. */
const relay = async (name = 'kafka', into: MemoryOutlet = outlet): Promise<void> => {
  const until = await store.head();
  await startRelay({ name, tenant: 't', reader: store, outlet: into, positions, until, pageSize: 3 }).ended;
};

const messages = (of: MemoryOutlet = outlet, topic: string = TOPICS.case): readonly CloudEvent[] =>
  of.messages(topic).map(({ value }) => JSON.parse(value) as CloudEvent);

const KINDS: Readonly<Record<string, string>> = {
  [MARKER]: 'marker',
  'duban.survey.event-restricted.v1': 'marker',
};
/** `a 3 marker`, or `a 3 released`. */
const shown = (of: MemoryOutlet = outlet, topic: string = TOPICS.case): readonly string[] =>
  messages(of, topic).map(({ type, partitionkey, sequence, releasedby }) => {
    const kind = releasedby === undefined ? (KINDS[type] ?? '') : 'released';
    return `${partitionkey} ${Number(sequence)} ${kind}`.trim();
  });

describe('a restricted case in Kafka', () => {
  it('sends markers from the restriction on, and its skeletons once it is lifted', async () => {
    await work();
    await relay();
    await tell('case-a', 'CaseRestricted', restriction);
    await work();
    await work('case-b');
    await relay();
    expect(shown()).toEqual(['a 0', 'a 1 marker', 'a 2 marker', 'b 0']);
    await tell('case-a', 'RestrictionLifted', lifting);
    await work();
    await relay();
    expect(shown().slice(4)).toEqual(['a 1 released', 'a 2 released', 'a 3', 'a 4']);
  });

  it('says in a marker that there is an event, and nothing of it', async () => {
    await tell('case-a', 'CaseRestricted', restriction);
    await work();
    await relay();
    const [own, other] = messages();
    const { events } = await store.readStream('case-a');
    expect([own?.id, other?.id]).toEqual(events.map(({ id }) => id));
    expect(other).toEqual({
      ...{ specversion: '1.0', id: events[1]?.id, source: '/duban/t/cases/a', type: MARKER, subject: 'a' },
      ...{ time: events[1]?.metadata.recordedAt, recordedtime: events[1]?.metadata.recordedAt },
      ...{ datacontenttype: 'application/json', dataschema: `/schemas/${MARKER}.json`, partitionkey: 'a' },
      ...{ sequence: '00000000000000000001', position: numberedPosition(2) },
      ...{ correlationid: events[1]?.id, causationid: events[1]?.id, data: { restricted: true } },
    });
    expect(JSON.stringify(messages())).not.toMatch(/plans|work-secret|S-1|secret-item|person/);
  });

  it('gives what was held back an id and a source of its own, so that no consumer takes it for a copy or out of order', async () => {
    await tell('case-a', 'CaseRestricted', restriction);
    await work();
    await tell('case-a', 'RestrictionLifted', lifting);
    await relay();
    const released = messages().filter(({ releasedby }) => releasedby !== undefined);
    const { events } = await store.readStream('case-a');
    expect(released.map(({ releasedby }) => releasedby)).toEqual([events[2]?.id, events[2]?.id]);
    expect(new Set(released.map(({ source }) => source))).toEqual(new Set(['/duban/t/cases/a/released']));
    const ids = messages().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(released[1]?.data).toMatchObject({ itemId: 'secret-item' });
  });

  it('sends the same after a restart, and into other topics, id by id', async () => {
    await tell('case-a', 'CaseRestricted', restriction);
    await work();
    await work();
    await relay();
    await tell('case-a', 'RestrictionLifted', lifting);
    outlet.failAfter(1);
    await relay();
    const again = createMemoryOutlet();
    await relay('again', again);
    const firstOf = (all: readonly CloudEvent[]): readonly string[] => [
      ...new Set(all.map((each) => JSON.stringify(each))),
    ];
    expect(messages().length).toBeGreaterThan(messages(again).length);
    expect(firstOf(messages())).toEqual(firstOf(messages(again)));
  });

  it('that was waiting when the case was restricted goes as a marker as well, and after the lifting into new topics only', async () => {
    await work();
    await work();
    await tell('case-a', 'CaseRestricted', restriction);
    await relay();
    expect(shown()).toEqual(['a 0 marker', 'a 1 marker', 'a 2 marker']);
    await tell('case-a', 'RestrictionLifted', lifting);
    await relay();
    expect(shown().slice(3)).toEqual(['a 2 released', 'a 3']);
    const anew = createMemoryOutlet();
    await relay('anew', anew);
    expect(shown(anew)).toEqual(['a 0', 'a 1', 'a 2 marker', 'a 2 released', 'a 3']);
  });

  it('that is restricted a second time before the first lifting went out keeps it back until the second', async () => {
    await tell('case-a', 'CaseRestricted', restriction);
    await work();
    await tell('case-a', 'RestrictionLifted', lifting);
    await tell('case-a', 'CaseRestricted', restriction);
    await relay();
    expect(shown()).toEqual(['a 0 marker', 'a 1 marker', 'a 2 marker', 'a 3 marker']);
    await tell('case-a', 'RestrictionLifted', lifting);
    await relay();
    expect(shown().slice(4)).toEqual(['a 0 released', 'a 1 released', 'a 3 released', 'a 4']);
  });

  it('holds back the surveys of the case with it, and no other', async () => {
    for (const [survey, caseId] of Object.entries({ s: 'a', o: 'b' }))
      await tell(`survey-${survey}`, 'SurveyDesigned', { caseId });
    await tell('case-a', 'CaseRestricted', restriction);
    for (const survey of ['s', 'o']) await tell(`survey-${survey}`, 'SurveyWaveClosed');
    await relay();
    expect(shown(outlet, TOPICS.survey)).toEqual(['s 1 marker', 'o 1']);
    await tell('case-a', 'RestrictionLifted', lifting);
    await relay();
    expect(shown(outlet, TOPICS.survey).slice(2)).toEqual(['s 1 released']);
  });

  it('of which results are withheld sends not even markers, nor anything once it is lifted', async () => {
    await tell('case-a', 'PublicationWithheld');
    await tell('case-a', 'CaseRestricted', restriction);
    await tell('case-a', 'RestrictionLifted', lifting);
    await work('case-b');
    await relay();
    expect(shown()).toEqual(['b 0']);
  });
});
