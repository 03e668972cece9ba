import { describe, expect, it, jest } from '@jest/globals';
import { CodedError, type Position } from '@duban/kernel';
import { exportSource, ocelJson, utf8Blocks, type ExportedEvent, type PagedLog } from '@duban/interchange';
import { leastOf, longestHold } from '../../../../../test/setup/thread-time.ts';
import { startedFile } from '../../http/file-answer.ts';
import { exportTurn } from './export-turn.ts';
import { runExport } from './run-export.ts';

/** Threads load what they use, on a machine that may be busy. */
jest.setTimeout(60_000);

const position = (n: number): Position => `n1.${String(n).padStart(20, '0')}` as Position;

const event = (n: number): ExportedEvent => ({
  ...{ id: `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`, stream: `case-c${String(n % 50)}` },
  ...{ revision: Math.floor(n / 50), position: position(n), type: 'CaseClosed', schemaVersion: 1 },
  data: { closedOn: '2026-01-05', dispositions: [] },
  metadata: {
    ...{ commandId: `c${String(n)}`, commandDigest: 'd', correlationId: 'x', causationId: 'x' },
    actor: { id: 'person:a', role: 'working-body', organ: 'o' },
    ...{ onBehalfOf: null, basis: {}, ruleSet: null, calendar: null },
    ...{ occurredAt: '2026-01-05T09:00:00+08:00', recordedAt: '2026-01-05T01:00:00.000Z' },
  },
});

const logOf = (count: number): PagedLog => {
  const events = Array.from({ length: count }, (_, n) => event(n + 1));
  return {
    head: async () => position(count),
    readLog: async ({ after, limit }) => {
      const from = Number(after.split('.')[1] ?? 0);
      const page = events.slice(from, from + limit);
      return { events: page, next: page.at(-1)?.position ?? after };
    },
    readStream: async (stream, { from, limit }) => {
      const own = events.filter((one) => one.stream === stream);
      return { events: own.slice(from, from + limit), next: from + limit < own.length ? from + limit : null };
    },
  };
};

const task = (count: number) => ({ kind: 'ocel-json', end: position(count), values: 'text' }) as const;

const KIND = { name: 'n', ascii: 'n', type: 'application/json' };

const textOf = async (blocks: AsyncIterable<Uint8Array>): Promise<string> => {
  const read: Uint8Array[] = [];
  for await (const block of blocks) read.push(block);
  return Buffer.concat(read).toString('utf8');
};

describe('an export in a thread of its own', () => {
  it('writes the bytes that it would write here, and holds this thread far less long', async () => {
    const log = logOf(6_000);
    const texts: string[] = [];
    const here = await longestHold(async () => {
      texts.push(await textOf(utf8Blocks(ocelJson(await exportSource(log)))));
    });
    const there = await leastOf(3, () =>
      longestHold(async () => {
        texts.push(await textOf(runExport(task(6_000), { log })));
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(there).toBeLessThan(here / 2);
  });

  it('tells a failure of what it reads to whoever asked for it', async () => {
    const log: PagedLog = {
      ...logOf(1),
      readLog: async () => Promise.reject(new CodedError('log.unreadable', 'no page')),
    };
    await expect(textOf(runExport(task(1), { log }))).rejects.toMatchObject({ code: 'log.unreadable' });
  });

  it('tells its own failure with its code', async () => {
    const log: PagedLog = {
      ...logOf(1),
      readLog: async () => ({ events: [{ ...event(1), type: 'NoSuchEvent' }], next: position(1) }),
    };
    await expect(textOf(runExport(task(1), { log }))).rejects.toMatchObject({ code: 'event.type-unknown' });
  });

  it('gives its turn back when nobody reads on', async () => {
    const log = logOf(600);
    for (let n = 0; n < 4; n += 1) {
      const blocks = runExport(task(600), { log });
      expect((await blocks.next()).done).toBe(false);
      await blocks.return(undefined);
    }
    const leave = await exportTurn();
    leave();
  });
});

describe('a file that nobody reads', () => {
  it('ends what makes it, and gives its turn back', async () => {
    const log = logOf(600);
    for (let n = 0; n < 3; n += 1) {
      const file = await startedFile(runExport(task(600), { log }), KIND);
      file.getStream().destroy();
    }
    const [first, second] = await Promise.all([exportTurn(), exportTurn()]);
    first();
    second();
  });
});

describe('turns of exports', () => {
  it('are two at a time, the others in the order in which they came', async () => {
    const order: string[] = [];
    const first = await exportTurn();
    const second = await exportTurn();
    const others = ['third', 'fourth'].map(async (name) => {
      const leave = await exportTurn();
      order.push(name);
      leave();
    });
    expect(order).toEqual([]);
    second();
    await Promise.all(others);
    first();
    expect(order).toEqual(['third', 'fourth']);
  });
});
