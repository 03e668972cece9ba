import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, jest } from '@jest/globals';
import { seedDemo } from '@duban/demo';
import { caseDecider, dayThatCounts, type CaseState, type ItemState } from '@duban/domain';
import type { StoredEvent } from '@duban/event-store';
import { allProjections } from '@duban/projections';
import { openReadStore, rebuildReadModels, type ReadStore } from '@duban/read-store';
import fc from 'fast-check';
import { openOffice, wholeLog } from '../../libs/demo/src/told-demo.fixture.ts';
import { TYPES, walk, walks, type Walk } from '../../libs/domain/src/case/case-walk.fixture.ts';
import { readerOf } from '../../libs/read-store/src/recorded.fixture.ts';
import { stored } from './stored-cases.ts';

/** Read models of two years are built; machines may be busy. */
jest.setTimeout(300_000);

const SCRIPT = fileURLToPath(new URL('../e2e/misses-from-export.mjs', import.meta.url));
/** After everything that happens in the logs. */
const TODAY = '2039-12-31';
/** What an item can miss; what is published late is a matter of the case, counted by its rule set. */
const OF_ITEMS = ['item-due', 'due', 'plan', 'co-opinion', 'look-back'] as const;

type Miss = {
  readonly stream: string;
  readonly item: string;
  /** Of a co-opinion with the assignment that it is of. */
  readonly missed: string;
  readonly date: string;
  readonly cycle: number;
  readonly organs: readonly string[];
};

type Recorded = ReturnType<typeof walk>['log'][number];

const plusDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const ON_PAPER = ['PlanFiled', 'CoOpinionSubmitted', 'ResultSubmitted', 'ReplySent', 'ExtensionRequested'];

/** All that organs hand in came in on paper forty days before it is entered, so that other events have passed its day. */
const receivedEarlier = (event: Recorded): Recorded =>
  ON_PAPER.includes(event.type)
    ? {
        ...event,
        paper: {
          ...{ enteredFor: event.actor.organ, incomingNo: event.id, documentDate: '2026-01-05' },
          ...{ receivedOn: plusDays(event.decidedOn, -40), attachment: 'sha256:00' },
        },
      }
    : event;

/** As earlier releases took it: whoever asks for more time, or decides on it, does so when the date has passed. */
const delayedFrom = (type: string, log: readonly Recorded[]): readonly Recorded[] => {
  const from = log.findIndex((event) => event.type === type);
  return log.map((event, n) =>
    from === -1 || n < from ? event : { ...event, decidedOn: plusDays(event.decidedOn, 200) },
  );
};

const VARIANTS: readonly ((log: readonly Recorded[]) => readonly Recorded[])[] = [
  (log) => log,
  (log) => log.map(receivedEarlier),
  (log) => delayedFrom('ExtensionRequested', log),
  (log) => delayedFrom('ExtensionGranted', log),
  (log) => delayedFrom('ExtensionRefused', log).map(receivedEarlier),
];

const onward = {
  start: fc.constant(0),
  gait: fc.constant('onward' as const),
  days: fc.constantFrom(0, 1, 3, 9),
};
const DETOURS = [
  'RequestExtension',
  'RequestExtension',
  'DecideExtension',
  'DecideExtension',
  'Suspend',
  'Reassign',
  'ReturnResult',
  'AnnulMiss',
];
const detour = {
  start: fc.constantFrom(...DETOURS.map((type) => TYPES.findIndex((each) => each === type))),
  gait: fc.constant('leap' as const),
  days: fc.constantFrom(0, 1, 9, 30, 60),
};
const place = { itemId: fc.constantFrom('i1', 'i1', 'i2'), variant: fc.nat(3) };
/** What moves dates comes by chance now and then; these walks go that way again and again. */
const bentWalks: fc.Arbitrary<Walk> = fc.record({
  form: fc.constantFrom<Walk['form']>('law-inspection', 'suggestion', 'resolution', 'register'),
  steps: fc.array(fc.oneof(fc.record({ ...place, ...onward }), fc.record({ ...place, ...detour })), {
    ...{ minLength: 20, maxLength: 60, size: 'max' },
  }),
});

const walkedLogs = (): readonly (readonly Recorded[])[] =>
  [
    fc.sample(walks, { numRuns: 100, seed: 20_261_143 }),
    fc.sample(bentWalks, { numRuns: 400, seed: 20_261_143 }),
  ]
    .flat()
    .map((chosen, n) => VARIANTS[n % VARIANTS.length]?.(walk(chosen).log) ?? []);

/** What of an extension the case was told, by the dates of its item just before. */
const extensionMet = (item: ItemState | undefined, event: Recorded): readonly string[] => {
  const due = item?.cycle?.due?.date ?? '';
  const day = dayThatCounts(event);
  if (event.type === 'ExtensionRequested') return [day <= due ? 'asked in time' : 'asked late'];
  if (event.type === 'ExtensionGranted') return [day <= due ? 'granted in time' : 'granted late'];
  return [];
};

const itemOf = (state: CaseState, { data }: Recorded): ItemState | undefined =>
  state.status !== 'unopened' && 'itemId' in data ? state.items[data.itemId ?? ''] : undefined;

/** How often which event came, and what else tells cases apart. */
const metIn = (logs: readonly (readonly Recorded[])[]): ReadonlyMap<string, number> => {
  const met = new Map<string, number>();
  for (const log of logs) {
    let state: CaseState = caseDecider.initialState;
    for (const event of log) {
      const before = state;
      state = caseDecider.evolve(before, event);
      const [earlier, item] = [itemOf(before, event), itemOf(state, event)];
      const freed = event.paper !== undefined && (item?.misses.length ?? 0) < (earlier?.misses.length ?? 0);
      for (const what of [
        event.type,
        ...extensionMet(earlier, event),
        ...(freed ? ['freed by a paper'] : []),
      ])
        met.set(what, (met.get(what) ?? 0) + 1);
    }
  }
  return met;
};

const scripted = (dir: string, log: readonly StoredEvent[]): readonly Miss[] => {
  const file = join(dir, 'log.ndjson');
  writeFileSync(file, log.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  return execFileSync(process.execPath, [SCRIPT, file, TODAY], options)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Miss]));
};

const told = ({ stream, item, missed, date, cycle, organs }: Miss): string =>
  [stream, item, missed, date, cycle, [...new Set(organs)].sort().join('+')].join(' ');

/** Both clocks often run to one day: then the date is told as that of the organ. */
const ofDeadlines = (misses: readonly Miss[]): readonly string[] => {
  const dates = new Set(misses.map((miss) => told({ ...miss, organs: [] })));
  return misses
    .filter((miss) => miss.missed !== 'item-due' || !dates.has(told({ ...miss, missed: 'due', organs: [] })))
    .map(told)
    .sort();
};

const missedDeadlines = (read: ReadStore): readonly string[] => {
  const lines: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = {
      today: TODAY,
      missed: true,
      kind: [...OF_ITEMS],
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = read.deadlines(query);
    for (const { caseId, itemId, kind, reference, missedBy, ...row } of page.items) {
      const missed = reference === '' ? kind : `${kind} ${reference}`;
      lines.push(told({ ...row, stream: `case-${caseId}`, item: itemId, missed, organs: missedBy }));
    }
    cursor = page.next;
  }
  return lines.sort();
};

const counts = (of: readonly (readonly [organ: string, misses: number])[]): object =>
  Object.fromEntries(of.filter(([, misses]) => misses > 0).sort(([a], [b]) => (a < b ? -1 : 1)));

const byOrgan = (misses: readonly Miss[], kinds: readonly string[]): object => {
  const found = new Map<string, number>();
  for (const { missed, organs } of misses)
    for (const organ of new Set(kinds.some((kind) => missed.split(' ')[0] === kind) ? organs : []))
      found.set(organ, (found.get(organ) ?? 0) + 1);
  return counts([...found]);
};

const performed = (read: ReadStore, role: 'lead' | 'co'): object =>
  counts(read.performance({ today: TODAY, role }).map(({ organ, misses }) => [organ, misses]));

const compared = async (log: readonly StoredEvent[]): Promise<number> => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-misses-'));
  const reader = readerOf(log);
  await rebuildReadModels({ dir, reader, projections: allProjections });
  const read = openReadStore({ dir, reader });
  try {
    const misses = scripted(dir, log);
    expect(missedDeadlines(read)).toEqual(ofDeadlines(misses));
    expect(performed(read, 'lead')).toEqual(byOrgan(misses, ['due', 'plan']));
    expect(performed(read, 'co')).toEqual(byOrgan(misses, ['co-opinion']));
    return misses.length;
  } finally {
    read.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

it('the misses that a script finds in an export of the demo are those of the deadlines and of the performance', async () => {
  const office = await openOffice();
  await seedDemo(office, office.time);
  expect(await compared(await wholeLog(office))).toBeGreaterThan(0);
});

it('the misses that a script finds in random cases are those of the deadlines and of the performance', async () => {
  const logs = walkedLogs();
  const met = metIn(logs);
  const events = [
    'ResultReturned',
    'ItemSuspended',
    'ItemResumed',
    'ItemReassigned',
    'MissAnnulled',
    'ItemImported',
  ];
  events.push('ExtensionRefused', 'DueDateRecomputed');
  const others = ['asked in time', 'asked late', 'granted in time', 'granted late', 'freed by a paper'];
  expect([...events, ...others].filter((what) => (met.get(what) ?? 0) < 5)).toEqual([]);
  expect(await compared(stored(logs))).toBeGreaterThan(100);
});

it('the script fits on a page: fifty-five lines at most, of a hundred and twenty characters', () => {
  const lines = readFileSync(SCRIPT, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(55);
  expect(lines.filter(({ length }) => length > 120)).toEqual([]);
});
