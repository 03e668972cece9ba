import { mkdtemp, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  type DoubleOptions,
  type EsdbDouble,
  type Fault,
  startEsdbDouble,
} from '../setup/esdb/start-esdb-double.ts';

const STREAMS = 24;
const APPENDS = 10;
/** A child that hangs is ended, so that the test says so. */
const LONGEST_MS = 50_000;

type Report = {
  readonly outcomes: readonly Readonly<Record<string, number>>[];
  readonly followed: readonly string[];
  readonly health: { readonly subscriptionsBegun: number };
};
type Line = { readonly done?: number } | Report;

const kinds = (on: Fault['on'], ...all: readonly Fault['kind'][]): Fault[] =>
  all.map((kind) => ({ on, kind, ms: 300 }));

const FAULTS: readonly Fault[] = [
  ...kinds('append', 'cut', 'lost-answer', 'late-answer', 'late-commit', 'silence', 'slow', 'stray-answer'),
  ...kinds('append', 'not-leader', 'not-leader-unnamed', 'error', 'refuse'),
  ...kinds('read', 'cut', 'cut-midway', 'silence', 'slow', 'not-leader', 'not-leader-unnamed', 'error'),
  ...kinds('subscribe', 'cut', 'silence', 'slow', 'not-leader', 'not-leader-unnamed', 'error'),
  ...kinds('features', 'cut', 'silence', 'error'),
  ...kinds('gossip', 'cut', 'error'),
];

/** Everything that can happen to a server, one after the other. */
const calamities = (double: EsdbDouble, members: number): (() => Promise<void>)[] => [
  ...FAULTS.map((fault) => async () => {
    await double.fault(fault);
    // Makes the client ask for subscription, features and members again, or their faults would never strike.
    if (fault.on !== 'append' && fault.on !== 'read') await double.tell({ do: 'cut' });
  }),
  () => double.tell({ do: 'drop-subscriptions', how: 'end' }),
  () => double.tell({ do: 'drop-subscriptions', how: 'error' }),
  () => double.tell({ do: 'mute', muted: true }),
  () => double.tell({ do: 'mute', muted: false }),
  () => double.tell({ do: 'elect', leader: members - 1 }),
  () => double.restart(),
];

/** Runs the child to its end, with a calamity after every few appends that it reports. */
const suffer = async (double: EsdbDouble, members: number) => {
  const script = fileURLToPath(new URL('eventstoredb-writers.child.ts', import.meta.url));
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const args = [double.connectionString({ gossipTimeout: 1 }), String(STREAMS), String(APPENDS)];
  const child = spawn(process.execPath, [...flags, script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const waiting = calamities(double, members);
  const every = Math.floor((STREAMS * APPENDS) / (waiting.length + 1));
  let report: Report | null = null;
  const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line;
      if ('followed' in line) report = line;
      else if ((line.done ?? 0) % every === every - 1) await waiting.shift()?.();
    }
  } finally {
    clearTimeout(limit);
  }
  return { code: await ended, errors, report, left: waiting.length };
};

describe('a process on EventStoreDB', () => {
  const cases: readonly (readonly [string, DoubleOptions & { members: number }])[] = [
    ['with BatchAppend, one member', { members: 1 }],
    ['without BatchAppend, three members', { members: 3, batchAppend: false }],
    ['with BatchAppend, three members', { members: 3 }],
  ];
  it.each(cases)(
    'lives through every fault and writes each command once: %s',
    async (_name, options) => {
      const folder = await mkdtemp(join(tmpdir(), 'duban-esdb-'));
      const double = await startEsdbDouble({ ...options, file: join(folder, 'events.ndjson') });
      try {
        const { code, errors, report, left } = await suffer(double, options.members);
        expect({ code, errors, left }).toEqual({ code: 0, errors: '', left: 0 });
        const { streams } = await double.stats();
        const revisions = Object.entries(streams).filter(([stream]) => stream.startsWith('child.'));
        expect(revisions).toHaveLength(STREAMS);
        expect(revisions.filter(([, revision]) => revision !== APPENDS * 2 - 1)).toEqual([]);
        const distinct = new Set(report?.followed);
        expect([report?.followed.length, distinct.size]).toEqual([
          STREAMS * APPENDS * 2,
          STREAMS * APPENDS * 2,
        ]);
        for (const counts of report?.outcomes ?? []) expect(counts['conflict']).toBeUndefined();
        expect(report?.health.subscriptionsBegun).toBeGreaterThan(5);
      } finally {
        await double.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
