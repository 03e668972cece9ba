import { expect, it } from '@jest/globals';
import { decodeEventOf, eventTextPlaces } from '@duban/contracts';
import { createMemoryLog, openMemoryStore } from '@duban/event-store-memory';
import type { JsonObject } from '@duban/kernel';
import { createMemoryOutlet, startRelay, TOPICS, type PositionStore } from '@duban/messaging';
import { withholdPersonalText } from '@duban/privacy';
import { goldenCaseLogs } from './golden-cases.ts';
import { markedLog } from './marked-log.ts';

const decode = decodeEventOf('case');

/** A place that is kept in memory, for one relay that runs once. */
const oncePositions = (): PositionStore => {
  let place: Awaited<ReturnType<PositionStore['peek']>> = null;
  return {
    claim: (_name, start) => Promise.resolve({ epoch: 1, position: place ?? start }),
    read: (_name, _epoch) =>
      place === null ? Promise.reject(new Error('no place')) : Promise.resolve(place),
    peek: () => Promise.resolve(place),
    advance: (_name, _epoch, { to }) => {
      place = to;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
};

it('the messages of a relay hold no text of a case, of any type of event, and every case is in them', async () => {
  const raw = openMemoryStore({ log: createMemoryLog() });
  const told = new Set<string>();
  for (const golden of goldenCaseLogs()) {
    const [first] = golden;
    const { log, marks } = markedLog(golden.map(decode));
    for (const { words } of marks) told.add(words.replace(/¶(\D+).*/, '$1'));
    for (const [index, { type, schemaVersion, metadata }] of golden.entries()) {
      const { recordedAt: _recordedAt, ...said } = metadata;
      const commandId = `${first?.stream ?? ''}-${String(index)}`;
      const data = log[index]?.data as object as JsonObject;
      const event = { id: crypto.randomUUID(), type, schemaVersion, data };
      const relayed = { ...event, metadata: { ...said, commandId, causationId: commandId } };
      await raw.append(first?.stream ?? '', [relayed], index === 0 ? 'no-stream' : index - 1);
    }
  }
  const outlet = createMemoryOutlet();
  const reader = withholdPersonalText(raw);
  const until = await raw.head();
  const relay = startRelay({
    name: 'canary',
    tenant: 'cq',
    reader,
    outlet,
    positions: oncePositions(),
    until,
  });
  await relay.ended;
  const messages = outlet.messages(TOPICS.case).map(({ value }) => value);
  // g2 is not told to the public: nothing of it is sent.
  const cases = messages.map((value) => (JSON.parse(value) as { partitionkey: string }).partitionkey);
  expect([...new Set(cases)].sort()).toEqual([
    'g1',
    'g3',
    'g4',
    'g5',
    'g6',
    'g7',
    'g9',
    'gm',
    'gr',
    'gt',
    'gv',
    'gx',
    'gy',
  ]);
  // Restricted at the end: that there is something, and no more.
  const ofRestricted = messages.filter((value) => value.includes('"partitionkey":"gr"'));
  expect(new Set(ofRestricted.map((value) => (JSON.parse(value) as { type: string }).type))).toEqual(
    new Set(['duban.case.event-restricted.v1']),
  );
  expect(messages.filter((value) => value.includes('¶'))).toEqual([]);
  const withTexts = [...eventTextPlaces].flatMap(([type, places]) => (places.length > 0 ? [type] : []));
  // No golden report says what stands in the way.
  expect([...told].sort()).toEqual(withTexts.filter((type) => type !== 'ProgressReported').sort());
});
