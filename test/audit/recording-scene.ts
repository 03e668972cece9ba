import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingRound, type Lease, type RecordingPorts } from '@duban/application';
import {
  auditOptionsOf,
  checkpointSource,
  createLogKeys,
  openAuditLog,
  type AuditLog,
  type AuditOptions,
  type SealingPart,
} from '@duban/audit-log';
import type { EventStore, NewEvent } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { storedEvent } from './fake-log.ts';

export const EVERY_MS = 30_000;

/** Time that the test tells: the wall clock, and the steady one of a process. */
export const times = { wall: Date.parse('2026-03-05T09:00:00+08:00'), steady: 0 };

export const passMs = (ms: number): void => {
  times.wall += ms;
  times.steady += ms;
};

export const clock = { now: () => times.wall };

export const openStore = (): EventStore => openMemoryStore({ clock });

let made = 0;

/** An event of a case, or of whatever type is named. */
export const appendTo = async (
  store: EventStore,
  type = 'ItemAssigned',
  stream = 'case-1',
): Promise<void> => {
  made += 1;
  const { recordedAt: _recordedAt, ...metadata } = storedEvent(made).metadata;
  const event: NewEvent = {
    id: `event-${String(made)}`,
    type,
    schemaVersion: 1,
    data: { n: made },
    metadata,
  };
  await store.append(stream, [event], 'any');
};

export const recordsOf = async (store: EventStore) => (await store.readStream('checkpoint-events')).events;

export const lengthOf = async (store: EventStore): Promise<number> =>
  (await store.readLog({ limit: 10_000 })).events.length;

export const placeOf = (
  part: SealingPart,
  dataDir = mkdtempSync(join(tmpdir(), 'duban-recording-')),
): AuditOptions => ({
  ...auditOptionsOf({ dataDir, tenant: 'cq', logHash: 'sha256', profile: 'cluster' }, 'events'),
  part,
});

export type Member = {
  readonly audit: AuditLog;
  readonly options: AuditOptions;
  /** What the thread does behind an append, and then one round. */
  readonly round: () => Promise<number | null>;
};

/** A process that signs for this log, without its thread. */
export const member = (
  store: EventStore,
  options: AuditOptions,
  more: {
    readonly lease?: Lease;
    readonly before?: () => Promise<void>;
    readonly after?: () => Promise<void>;
  } = {},
): Member => {
  const audit = openAuditLog(options);
  let fault: { readonly code: string; readonly message: string } | null = null;
  const sealNow = async (): Promise<void> => {
    await more.before?.();
    await audit.seal(store);
    await more.after?.();
  };
  const report = () => ({
    sealedSize: 0,
    waitingSince: null,
    fault,
    witnessFault: null,
    timestampFault: null,
  });
  const heads = checkpointSource(audit, { report, sealNow }, options.part ?? 'alone');
  const ports: RecordingPorts = {
    ...{ store, clock, heads, everyMs: EVERY_MS, steadyNow: () => times.steady },
    ...(more.lease === undefined ? {} : { lease: more.lease }),
    onError: (error) => {
      throw error;
    },
  };
  const next = recordingRound(ports);
  return {
    audit,
    options,
    round: async () => {
      try {
        await (options.part === 'alone' ? audit.seal(store) : audit.tryPrepare(store));
        fault = null;
      } catch (error) {
        const { code, message } = error as { readonly code: string; readonly message: string };
        fault = { code, message };
      }
      return next();
    },
  };
};

export const withKey = (options: AuditOptions): AuditOptions => {
  createLogKeys(options, { sm2: false });
  return options;
};
