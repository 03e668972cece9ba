/**
 * Appends to a log that is large against appends to one that is small, on the same disk in one run: `npm run bench -- growth [events]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { writeAppends } from '../fault/case-log.ts';
import { compare, perSecond, report } from './compare.ts';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const SMALL = 10_000;
const MEASURED = 20_000;
const PER_APPEND = 1;
const CASES = 20_000;

const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));

/** How far each log was written. */
const written = new Map<EventStore, number>();

const grow = async (store: EventStore, count: number): Promise<void> => {
  const from = written.get(store) ?? 0;
  const log = { cases: CASES, eventsPerCase: 0, perAppend: PER_APPEND };
  await writeAppends(store, log, { from, to: from + count });
  written.set(store, from + count);
};

const rateOn = (store: EventStore): Promise<number> => perSecond(MEASURED, () => grow(store, MEASURED));

const large = await openSqliteStore({ file: join(folder, 'large.sqlite') });
const small = await openSqliteStore({ file: join(folder, 'small.sqlite') });
try {
  await grow(small, SMALL);
  await grow(large, EVENTS);
  report([
    await compare(
      `append at ${String(EVENTS)} events, against ${String(SMALL)}`,
      0.9,
      () => rateOn(large),
      () => rateOn(small),
    ),
  ]);
} finally {
  await large.close();
  await small.close();
  await rm(folder, { recursive: true, force: true });
}
