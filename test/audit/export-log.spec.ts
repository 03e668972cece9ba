import { describe, expect, it } from '@jest/globals';
import { canonicalEvent, exportLog, jcs } from '@duban/audit-log';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { CodedError } from '@duban/kernel';
import { fakeReader, storedEvent, storedEvents, type FakeReader } from './fake-log.ts';
import { growSealed, sealedLog, type SealedLog } from './sealed-log.ts';

const exported = async (log: SealedLog, reader: FakeReader = log.reader): Promise<string[]> => {
  const lines: string[] = [];
  const { origin, hash, verifierKey } = log;
  const done = await exportLog(reader, log.store, { origin, hash, keys: [verifierKey] }, (line) => {
    lines.push(line);
    return Promise.resolve();
  });
  expect(lines.at(-1)).toBe(`{"end":{"size":${done.size}}}\n`);
  return lines;
};
const check = async (log: SealedLog, lines: readonly string[]) => {
  const { result, firstBad } = await verifyBundle(lines, { keys: [log.verifierKey] }, nodePrimitives);
  return [result, firstBad?.code, firstBad?.record];
};
const GOOD = ['good', undefined, undefined];

describe('the bundle', () => {
  it('begins with what it is, and ends with its size', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 3));
    const [header, record] = await exported(log);
    const { origin, hash, verifierKey } = log;
    expect(header).toBe(
      `${jcs({ format: 'duban-log', version: 1, size: 3, origin, hash, keys: [verifierKey] })}\n`,
    );
    const leaf = log.store.leaves(0, 1)[0];
    const sealed = `"hash":"${Buffer.from(leaf?.hash ?? []).toString('hex')}","index":0,"leaf":${leaf?.entry ?? ''}`;
    expect(record).toBe(`{"event":${canonicalEvent(storedEvent(0))},${sealed}}\n`);
  });

  it('has each checkpoint behind the records that it covers', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 25));
    const kinds = (await exported(log)).map((line) => /^\{"(\w+)"/.exec(line)?.[1]?.[0]).join('');
    const ten = 'e'.repeat(10);
    expect(kinds).toBe(`f${ten}c${ten}ceeeeece`);
  });

  it('holds more than a page of records and more than a page of checkpoints', async () => {
    const log = sealedLog();
    const { recordedAt } = storedEvent(0).metadata;
    for (const event of storedEvents(0, 520)) {
      log.events.push({ ...event, metadata: { ...event.metadata, recordedAt } });
      await log.sealer.seal();
    }
    const lines = await exported(log);
    expect(lines).toHaveLength(2 + 2 * 520);
    expect(await check(log, lines)).toEqual(GOOD);
  });

  it('has nothing of what is not sealed yet', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 20));
    const before = await exported(log);
    log.events.push(...storedEvents(20, 25));
    expect(await exported(log)).toEqual(before);
    await log.sealer.follow();
    expect(await exported(log)).toEqual(before);
  });

  it('is not begun before anything is sealed', async () => {
    const log = sealedLog();
    log.events.push(storedEvent(0));
    await expect(exported(log)).rejects.toThrow(
      'audit.not-sealed: there is no checkpoint yet; seal the log first',
    );
  });

  it('waits for whoever takes its lines', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 3));
    let taken = 0;
    let waiting = 0;
    await exportLog(log.reader, log.store, { origin: log.origin, hash: log.hash, keys: [] }, async () => {
      waiting += 1;
      expect(waiting).toBe(1);
      await new Promise(setImmediate);
      waiting -= 1;
      taken += 1;
    });
    expect(taken).toBe(6);
  });
});

/** A log whose store finds a hole at this place when it is read in order, and can still read single events. */
const damagedAt = (log: SealedLog, place: number, error: Error): FakeReader => ({
  ...fakeReader(log.events),
  readLog: async (options) => {
    const page = await fakeReader(log.events).readLog(options);
    const broken = log.events[place]?.position;
    if (page.events.some(({ position }) => position === broken)) throw error;
    return page;
  },
});

describe('the bundle of a damaged log', () => {
  const hole = new CodedError('store.damaged', 'a row is missing');

  it('has every record that can still be read, and the first missing one is found', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    const reader = damagedAt({ ...log, events: [...log.events] }, 17, hole);
    log.events.splice(17, 1);
    const lines = await exported(log, { ...log.reader, readLog: reader.readLog });
    expect(await check(log, lines)).toEqual(['bad', 'record.dropped', 17]);
    expect(lines.filter((line) => line.startsWith('{"event":null'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('{"event"'))).toHaveLength(30);
  });

  it('is whole where only reading in order fails', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    expect(await check(log, await exported(log, damagedAt(log, 9, hole)))).toEqual(GOOD);
    expect(await check(log, await exported(log, damagedAt(log, 0, hole)))).toEqual(GOOD);
  });

  it('does not take another event of the stream for the sealed one', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    const reader = damagedAt(log, 9, hole);
    const shifted: FakeReader = {
      ...reader,
      readStream: (stream, options) =>
        reader.readStream(stream, { ...options, from: (options?.from ?? 0) + 1 }),
    };
    expect((await check(log, await exported(log, shifted)))[1]).toBe('log.truncated');
  });

  it('is not told from a fault of the program', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    await expect(exported(log, damagedAt(log, 9, new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});
