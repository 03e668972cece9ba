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
/** One event an append, to each case in turn. */
const LOG = { cases: 20_000, eventsPerCase: 0, perAppend: 1 };

const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));

type Growing = { readonly store: EventStore; readonly grow: (count: number) => Promise<void> };

/** A log that is written on from where it ends. */
const growing = async (name: string): Promise<Growing> => {
  const store = await openSqliteStore({ file: join(folder, `${name}.sqlite`) });
  let from = 0;
  const grow = async (count: number): Promise<void> => {
    await writeAppends(store, LOG, { from, to: from + count });
    from += count;
  };
  return { store, grow };
};

const rateOf = ({ grow }: Growing): Promise<number> => perSecond(MEASURED, () => grow(MEASURED));

const [large, small] = [await growing('large'), await growing('small')];
try {
  await small.grow(SMALL);
  await large.grow(EVENTS);
  const name = `append at ${String(EVENTS)} events, against ${String(SMALL)}`;
  report([
    await compare(
      name,
      0.9,
      () => rateOf(large),
      () => rateOf(small),
    ),
  ]);
} finally {
  await large.store.close();
  await small.store.close();
  await rm(folder, { recursive: true, force: true });
}
