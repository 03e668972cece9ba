import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ImportReport } from '@duban/application';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { CLI, dataFolder, ended, sample, start, type DataFolder } from '../e2e/duban.ts';

const ROWS = 600;
const HEADER = '编号,标题,问题,承办单位,类别,状态,交办日期,办结期限,办结日期,办理情况';

let data: DataFolder;
let importing: readonly string[] = [];
beforeEach(async () => {
  data = await dataFolder();
  const file = join(data.dir, 'register.csv');
  const lines = Array.from({ length: ROWS }, (_, n) => `${n},事项 ${n},问题,市住建委,,整改中,2024-03-01,,,`);
  await writeFile(file, [HEADER, ...lines, ''].join('\n'));
  importing = ['import', file, '--mapping', sample('register.json'), '--output', 'json'];
});
afterEach(() => data.remove());

const reportOf = (out: string): ImportReport => JSON.parse(out) as ImportReport;

/** Resolves as soon as the log holds so many events. */
const reaches = async (store: EventStore, events: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      store.readLog({ limit: events }).then((page) => {
        if (page.events.length < events) return;
        stop();
        resolve();
      }, reject);
    };
    const stop = store.onAppended(look);
    look();
  });

const expectOnce = async (): Promise<void> => {
  const imported = await data.events('ItemImported');
  expect(imported).toHaveLength(ROWS);
  expect(new Set(imported.map(({ stream }) => stream)).size).toBe(ROWS);
  expect(await data.events('ImportStarted')).toHaveLength(1);
  expect((await data.events('ImportCompleted')).map((event) => event.data)).toEqual([
    { imported: ROWS, unchanged: 0, refused: [], warnings: 0 },
  ]);
};

it.each([12, 200, 900])(
  'an import that is killed after %i events is finished by the next one, each row once',
  async (events) => {
    const store = await openSqliteStore({ file: data.logFile, pollMs: 1 });
    const child = start(CLI, importing, data.env);
    await reaches(store, events);
    child.kill('SIGKILL');
    const killed = await ended(child);
    await store.close();
    // Otherwise it was over before it could be killed, and this proves nothing.
    expect([killed.code, await data.events('ImportCompleted')]).toEqual([null, []]);
    const { code, out } = await data.duban(importing);
    expect([code, reportOf(out).imported]).toEqual([0, ROWS]);
    await expectOnce();
  },
  60_000,
);

it('two imports of one file at once bring each row in once', async () => {
  const both = await Promise.all([data.duban(importing), data.duban([...importing, '--as', 'colleague'])]);
  expect(both.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  for (const { out } of both) {
    const { imported, unchanged } = reportOf(out);
    expect(imported + unchanged).toBe(ROWS);
  }
  await expectOnce();
}, 60_000);
