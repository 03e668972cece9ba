import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import { openAuditLog } from '../open-audit-log.ts';
import { SealingLoop } from './sealing-loop.ts';
import type { FromSealing, SealingStart, ToSealing } from './sealing-protocol.ts';
import { timestampRounds } from './timestamp-rounds.ts';
import { witnessRounds } from './witness-rounds.ts';

/** The thread that seals: hashing and fsyncs happen here, so that no request waits for them. */
const start = workerData as SealingStart;

const WITNESS_EVERY_MS = 10_000;

type ClosableReader = EventReader & { readonly close?: () => Promise<void> };

const openReader = async (): Promise<ClosableReader> => {
  const { module, name, options } = start.source;
  const exported = (await import(module)) as Record<string, (options: unknown) => Promise<ClosableReader>>;
  const open = exported[name];
  if (open === undefined) throw new CodedError('audit.no-reader', `${module} exports no ${name}`);
  return open(options);
};

const send = (message: FromSealing): void => parentPort?.postMessage(message);

const log = openAuditLog(start.audit);
const reader = await openReader();
const rounds = witnessRounds(start.witnesses, {
  ...{ store: log.store, proofs: log.proofs, everyMs: start.witnessEveryMs ?? WITNESS_EVERY_MS },
  onRound: () => {
    report();
  },
});
const stamps = timestampRounds(start.timestamps, {
  store: log.store,
  onRound: () => {
    report();
  },
});
const { gatherMs } = start;
const { part = 'alone' } = start.audit;
const loop = new SealingLoop({
  ...{ log, reader, part, gatherMs, now: Date.now },
  onReport: () => {
    report();
    if (part !== 'alone') return;
    rounds.wake();
    stamps.wake();
  },
});

/** The signer asks its witnesses at once: what it signs is written down with the cosignatures that it then has. */
const sealAsTold = async (): Promise<void> => {
  await loop.seal();
  if (part !== 'signer' || loop.report().fault !== null) return;
  stamps.wake();
  await rounds.ask();
};

function report(): void {
  const faults = { witnessFault: rounds.fault(), timestampFault: stamps.fault() };
  send({ kind: 'report', report: { ...loop.report(), ...faults } });
}

const end = async (): Promise<void> => {
  stopListening();
  rounds.stop();
  stamps.stop();
  await loop.stop();
  await reader.close?.();
  log.close();
  parentPort?.close();
};

const stopListening = reader.onAppended(() => {
  loop.wake();
});
parentPort?.on('message', (message: ToSealing) => {
  if (message.kind === 'stop') void end();
  else
    void sealAsTold().then(() => {
      send({ kind: 'sealed', request: message.request });
    });
});
loop.wake();
