import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { publicSchemas, WITHHELD } from '@duban/contracts';
import { createMemoryLog, openMemoryStore } from '@duban/event-store-memory';
import { LOG_START } from '@duban/kernel';
import { translate } from '@duban/messaging';
import { personalFields, withholdPersonalText, withPersonalText } from '@duban/privacy';
import { goldenStreams } from '../replay/golden-files.ts';
import { privacyPlaces, type PrivacyPlaces } from './privacy-places.ts';
import { commandOf, correction, deputy, evaluation, office, suggestion } from './sample-texts.ts';

let places: PrivacyPlaces;

beforeEach(() => {
  places = privacyPlaces();
});
afterEach(() => {
  places.remove();
});

const page = { after: LOG_START, limit: 100 };
const written = [
  commandOf(office, suggestion('住在三楼的王大爷', ['person:p1'])),
  commandOf(deputy('person:d1'), evaluation('王大爷仍不满意', 'person:d1')),
  commandOf(office, correction('e1', '王大爷', '写错了王大爷')),
];

describe('texts on their way to where erasure cannot follow', () => {
  it.each(['encrypted', 'in clear, from before there was a vault'])('are withheld: %s', async (form) => {
    const raw = openMemoryStore({ log: createMemoryLog() });
    const store = form === 'encrypted' ? withPersonalText(raw, places.vault()) : raw;
    for (const events of written) await store.append('case-c1', events, 'any');
    const { events } = await withholdPersonalText(raw).readLog(page);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/王大爷|\$enc/);
    expect(events.map(({ data }) => [data['text'], data['reasons'], data['old']])).toEqual([
      [WITHHELD, undefined, undefined],
      [undefined, WITHHELD, undefined],
      [undefined, undefined, WITHHELD],
    ]);
    expect(events[0]?.data['title']).toBe('关于加装电梯的建议');
  });

  it('leave the events, their order and what the log holds as they are', async () => {
    const raw = openMemoryStore({ log: createMemoryLog() });
    for (const events of written) await raw.append('case-c1', events, 'any');
    const before = await raw.readLog(page);
    const after = await withholdPersonalText(raw).readLog(page);
    const withoutData = ({ events }: typeof before) => events.map((event) => ({ ...event, data: {} }));
    expect([after.next, withoutData(after)]).toEqual([before.next, withoutData(before)]);
    expect(await raw.readLog(page)).toEqual(before);
  });
});

describe('every event ever shipped', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const schema of publicSchemas().values()) ajv.addSchema(schema);

  it.each(goldenStreams)(
    'goes out without its texts, and as its public schema says: $stream',
    async (golden) => {
      const { events } = await withholdPersonalText({
        ...{ head: async () => LOG_START, onAppended: () => () => undefined },
        readLog: async () => ({ events: golden.events, next: LOG_START }),
        readStream: async () => ({ events: golden.events, next: null }),
      }).readLog(page);
      for (const [index, event] of events.entries()) {
        const before = golden.events[index];
        if (before === undefined) throw new RangeError('an event more');
        expect(personalFields(event)).toHaveLength(personalFields(before).length);
        for (const { path } of personalFields(event)) {
          expect([
            path,
            path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], event.data),
          ]).toEqual([path, WITHHELD]);
        }
        const message = translate(event, 'cq');
        if (message === 'private') continue;
        const validate = ajv.getSchema(message.event.dataschema);
        expect([event.type, validate?.(message.event.data), validate?.errors]).toEqual([
          event.type,
          true,
          null,
        ]);
      }
    },
  );
});
