import { describe, expect, it } from '@jest/globals';
import { decodeEvent, decodeEventOf, encodeEvent } from './codec.ts';
import { compiledSchema } from './compile-schema.ts';
import { eventEntries } from './event-registry.ts';

const data = {
  itemId: 'i1',
  assignmentId: 'a1',
  handler: 'person:7',
  phoneMasked: null,
  receivedOn: '2026-03-05',
};
const metadata = {
  occurredAt: '2026-03-05T09:00:00+08:00',
  recordedAt: '2026-03-05T01:00:02.113Z',
  actor: { id: 'person:1', role: 'organ-lead', organ: 'cq-housing' },
  commandId: 'c1',
};
const stored = {
  id: 'e1',
  stream: 'case-1',
  revision: 4,
  position: 'n1.00000000000000000005',
  type: 'ReceiptAcknowledged',
  schemaVersion: 1,
  data,
  metadata,
};

const newest = eventEntries.map(
  ({ type, latest, schemas }) => [type, schemas.find(({ version }) => version === latest)] as const,
);

// Nothing compiles them at the start of the product, which would take a second: each is at the first event of its type.
it.each(newest)('has a schema for %s that compiles', (_, found) => {
  expect(compiledSchema(found?.schema ?? false)()).toBeInstanceOf(Function);
  expect(found).toBeDefined();
});

describe('encodeEvent', () => {
  it('writes the newest version', () => {
    expect(encodeEvent({ type: 'ReceiptAcknowledged', data })).toEqual({ schemaVersion: 1, data });
  });

  it.each([
    ['a name where an identifier belongs', { handler: '张三' }, '/handler'],
    ['a day that does not exist', { receivedOn: '2026-02-30' }, '/receivedOn'],
    ['an empty identifier', { itemId: '' }, '/itemId'],
  ])('refuses %s', (_, wrong, pointer) => {
    expect(() => encodeEvent({ type: 'ReceiptAcknowledged', data: { ...data, ...wrong } })).toThrow(
      expect.objectContaining({ code: 'event.schema', errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('decodeEvent', () => {
  it('gives folds what they read, and keeps what the store said', () => {
    const { schemaVersion: _, ...kept } = stored;
    const { occurredAt, recordedAt, actor } = metadata;
    const decidedOn = '2026-03-05';
    expect(decodeEvent(stored)).toEqual({ ...kept, occurredAt, recordedAt, actor, decidedOn });
  });

  it('reads the day of the decision and its grounds from the envelope, and of older events the day of recording', () => {
    const decision = { body: 'cq-cc', form: 'meeting', on: '2026-03-04' } as const;
    const envelope = { envelope: 1, decidedAt: '2026-03-05T15:59:59.999Z', decision };
    const recordedAt = '2026-03-05T16:00:00.001Z';
    const older = decodeEvent({ ...stored, metadata: { ...metadata, recordedAt } });
    const event = decodeEvent({ ...stored, metadata: { ...metadata, ...envelope, recordedAt } });
    expect([older.decidedOn, older.decision]).toEqual(['2026-03-06', undefined]);
    expect([event.decidedOn, event.decision]).toEqual(['2026-03-05', decision]);
  });

  it('stops at an envelope from the future', () => {
    const future = { ...stored, metadata: { ...metadata, envelope: 2 } };
    expect(() => decodeEvent(future)).toThrow(expect.objectContaining({ code: 'event.version-unknown' }));
  });

  it('stops at a version from the future', () => {
    expect(() => decodeEvent({ ...stored, schemaVersion: 2 })).toThrow(
      expect.objectContaining({ code: 'event.version-unknown' }),
    );
  });

  it('stops at a type from the future', () => {
    expect(() => decodeEvent({ ...stored, type: 'ReceiptForgotten' })).toThrow(
      expect.objectContaining({ code: 'event.type-unknown' }),
    );
  });
});

describe('decodeEventOf', () => {
  it('decodes the events of its kind of stream', () => {
    expect(decodeEventOf('case')(stored)).toEqual(decodeEvent(stored));
  });

  it('refuses an event that lives in another kind of stream', () => {
    expect(() => decodeEventOf('survey')(stored)).toThrow(
      expect.objectContaining({ code: 'event.wrong-stream' }),
    );
  });
});
