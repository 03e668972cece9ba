import { expect, it } from '@jest/globals';
import type { Position } from '@duban/kernel';
import { goldenLog, textOf } from '../golden-log.fixture.ts';
import type { ExportedEvent } from './exported-event.ts';
import { exportSource, type PagedLog } from './paged-log.ts';
import { utf8Blocks } from './text-blocks.ts';

/** A store that hands out three events at a time and takes a new one after every page. */
const growing = (events: ExportedEvent[]): PagedLog => {
  const [first] = events;
  const write = (): void => {
    if (first === undefined) return;
    const position = `n1.${String(900 + events.length).padStart(20, '0')}` as Position;
    events.push({ ...first, id: `late-${events.length}`, position });
  };
  return {
    head: async () => events.at(-1)?.position ?? ('' as Position),
    readLog: async ({ after }) => {
      const page = events.filter(({ position }) => position > after).slice(0, 3);
      write();
      return { events: page, next: page.at(-1)?.position ?? after };
    },
    readStream: async (stream, { from }) => {
      const own = events.filter((event) => event.stream === stream);
      const page = own.slice(from, from + 3);
      write();
      return { events: page, next: from + 3 < own.length ? from + 3 : null };
    },
  };
};

const idsOf = async (events: AsyncIterable<ExportedEvent>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of events) ids.push(id);
  return ids;
};

it('reads the log as it ended when the export began, in every pass', async () => {
  const golden = goldenLog();
  const source = await exportSource(growing([...golden]));
  const expected = golden.map(({ id }) => id);
  expect(await idsOf(source.log())).toEqual(expected);
  expect(await idsOf(source.log())).toEqual(expected);
  const own = golden.filter(({ stream }) => stream === 'case-g1').map(({ id }) => id);
  expect(await idsOf(source.stream('case-g1'))).toEqual(own);
});

it('reads up to a position that is named', async () => {
  const golden = goldenLog();
  const source = await exportSource(growing([...golden]), golden[4]?.position);
  expect(await idsOf(source.log())).toEqual(golden.slice(0, 5).map(({ id }) => id));
});

it('cuts text into blocks without losing or splitting a character', async () => {
  const pieces = Array.from({ length: 9_000 }, (_, n) => `${n}𠮷督办`);
  const blocks: Uint8Array[] = [];
  for await (const block of utf8Blocks(pieces)) blocks.push(block);
  expect(blocks.length).toBeGreaterThan(1);
  expect(await textOf(blocks.map((block) => new TextDecoder('utf-8', { fatal: true }).decode(block)))).toBe(
    pieces.join(''),
  );
});
