import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOG_START } from '@duban/kernel';
import { numberedPosition, type StoredEvent } from '@duban/event-store';
import { allProjections, type Projection } from '@duban/projections';
import { catchUp, dump, emptyGeneration, runnerOn } from '../dump.fixture.ts';
import { readerOf } from '../recorded.fixture.ts';
import { storyEvents } from '../story.fixture.ts';

const story = storyEvents({ cases: 12, itemsPerCase: 2, seed: 3 });

const built = async (events: readonly StoredEvent[] = story) => {
  const db = emptyGeneration();
  await catchUp(runnerOn({ db, reader: readerOf(events) }));
  return dump(db);
};

/** What a fold cannot make anything of. */
const unreadable = (event: StoredEvent): StoredEvent => ({
  ...event,
  data: { ...event.data, assignments: null },
});

const throwingFor = (stream: string, revision: number, faulty: () => boolean): readonly Projection[] =>
  allProjections.map((projection) =>
    projection.name === 'deadlines'
      ? {
          ...projection,
          project: (step) => {
            if (faulty() && step.entry.stored.stream === stream && step.entry.stored.revision === revision) {
              throw new RangeError('no such day');
            }
            return projection.project(step);
          },
        }
      : projection,
  );

describe('a generation', () => {
  it('holds one audit row per event and one board row per item', async () => {
    const rows = await built();
    expect(rows['audit']).toHaveLength(story.length);
    expect(rows['board']).toHaveLength(24);
  });

  it('is the same however the log is cut into pages', async () => {
    const whole = await built();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: story.length }), async (eventsPerPage) => {
        const db = emptyGeneration();
        await catchUp(runnerOn({ db, reader: readerOf(story), eventsPerPage }));
        expect(dump(db)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same when it followed the log as it grew, killed after every page, as when it is built anew', async () => {
    const db = emptyGeneration();
    const growing: StoredEvent[] = [];
    const reader = readerOf(growing);
    let clock = 0;
    for (const [index, event] of story.entries()) {
      growing.push(event);
      if (index % 17 !== 0) continue;
      clock += 60_000;
      const now = clock;
      // Neither released nor closed: the lease runs out, the next one takes over from the stored position.
      await catchUp(runnerOn({ db, reader, owner: `runner ${index}`, now: () => now, eventsPerPage: 5 }));
    }
    clock += 60_000;
    await catchUp(runnerOn({ db, reader, owner: 'last', now: () => clock }));
    expect(dump(db)).toEqual(await built());
  });

  it('does nothing when it is asked again at the head', async () => {
    const db = emptyGeneration();
    const runner = runnerOn({ db, reader: readerOf(story) });
    await catchUp(runner);
    const once = dump(db);
    await runner.step();
    await catchUp(runnerOn({ db, reader: readerOf(story) }));
    expect(dump(db)).toEqual(once);
  });

  it('lets one process write: another stands by while the lease runs, and a zombie is refused', async () => {
    const db = emptyGeneration();
    let clock = 0;
    const reader = readerOf(story);
    const first = runnerOn({ db, reader, owner: 'first', now: () => clock, eventsPerPage: 10 });
    const second = runnerOn({ db, reader, owner: 'second', now: () => clock, eventsPerPage: 10 });
    expect(first.acquire()).toBe(true);
    await first.step();
    expect(second.acquire()).toBe(false);
    clock = 60_000;
    expect(second.acquire()).toBe(true);
    await expect(first.step()).rejects.toMatchObject({ code: 'runner.not-owner' });
    await catchUp(second);
    expect(dump(db)).toEqual(await built());
  });

  it('stops at an event type that it does not know, keeps its position, and says so', async () => {
    const unknown = { ...story[5], type: 'FromTheFuture', stream: 'case-99', revision: 0 } as StoredEvent;
    const db = emptyGeneration();
    const events = [...story.slice(0, 5), { ...unknown, position: numberedPosition(6) }];
    const runner = runnerOn({ db, reader: readerOf(events), eventsPerPage: 5 });
    runner.acquire();
    await runner.step();
    await expect(runner.step()).rejects.toMatchObject({ code: 'event.type-unknown' });
    expect(db.prepare('SELECT position FROM progress').get()?.['position']).toBe(numberedPosition(5));
  });
});

describe('a poisonous event', () => {
  const poisoned = story.find(({ type }) => type === 'ItemAssigned');
  const { stream = '', revision = 0 } = poisoned ?? {};

  it('parks its own case for the projection that failed; all others go on', async () => {
    const db = emptyGeneration();
    const projections = throwingFor(stream, revision, () => true);
    const result = await catchUp(runnerOn({ db, reader: readerOf(story), projections }));
    expect(result.parked).toBe(1);
    const rows = dump(db);
    const whole = await built();
    expect(rows['board']).toEqual(whole['board']);
    expect(rows['deadlines']?.filter((row) => row.includes(`"case_id":"${stream.slice(5)}"`))).toEqual([]);
    expect(db.prepare('SELECT projection, stream, revision, attempts FROM parked').all()).toMatchObject([
      { projection: 'deadlines', stream, revision, attempts: 1 },
    ]);
  });

  it('is played again after the cause is gone, and leaves rows as if it had never waited', async () => {
    const db = emptyGeneration();
    let faulty = true;
    const projections = throwingFor(stream, revision, () => faulty);
    const runner = runnerOn({ db, reader: readerOf(story), projections, eventsPerPage: 7 });
    await catchUp(runner);
    await runner.retry(stream);
    expect(db.prepare('SELECT attempts FROM parked').get()?.['attempts']).toBe(2);
    faulty = false;
    await runner.retry(stream);
    expect(dump(db)).toEqual(await built());
    expect(db.prepare('SELECT count(*) AS n FROM parked_event').get()?.['n']).toBe(0);
  });

  it('parks its case for all projections when it cannot be folded, over a restart, until a retry', async () => {
    const broken = story.map((event) => (event === poisoned ? unreadable(event) : event));
    const db = emptyGeneration();
    await catchUp(runnerOn({ db, reader: readerOf(broken), eventsPerPage: 9 }));
    expect(db.prepare('SELECT projection FROM parked').get()?.['projection']).toBe('*');
    // The log's text cannot change; a release that reads it rightly stands for it here.
    const runner = runnerOn({ db, reader: readerOf(story) });
    await catchUp(runner);
    await runner.retry(stream);
    expect(dump(db)).toEqual(await built());
  });

  it('stops the runner loudly when a hundred cases wait', async () => {
    const events = storyEvents({ cases: 110, itemsPerCase: 1, seed: 5, depth: 0 });
    const broken = events.map((event) => (event.type === 'ItemAssigned' ? unreadable(event) : event));
    const db = emptyGeneration();
    await expect(
      catchUp(runnerOn({ db, reader: readerOf(broken), eventsPerPage: 50 })),
    ).rejects.toMatchObject({
      code: 'projection.too-many-parked',
    });
    expect(db.prepare('SELECT position FROM progress').get()?.['position']).not.toBe(LOG_START);
  });
});
