import { CodedError, type Actor, type Clock } from '@duban/kernel';
import type { EventStore, StoredEvent } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { referenceCommands } from '../reference/reference-commands.ts';
import { referenceSource } from '../reference/reference-data.ts';
import { seedReference } from '../reference/seed-reference.ts';
import { importRegister, type ImportPorts } from './import-register.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportableRow, ImportSource, UnusableRow } from './import-source.ts';
import { undoImport, type UndoReport } from './undo-import.ts';

export const importer: Actor = { id: 'person:importer', role: 'supervision-office', organ: 'cq-so' };

/** Row n, made on 1 March 2024 and closed since. */
export const row = (n: number, facts: Partial<ImportableRow['facts']> = {}): ImportableRow => ({
  row: n + 1,
  number: `2024-${n}`,
  identity: `2024-${n}`,
  documentNo: '',
  facts: {
    title: `Item ${n}`,
    text: 'text',
    organ: 'housing-bureau',
    category: null,
    proposers: [],
    madeOn: '2024-03-01',
    closedOn: null,
    dueOn: null,
    registerStatus: 'open',
    stage: 'RECTIFYING',
    disposition: null,
    reply: null,
    otherFacts: {},
    warnings: [],
    ...facts,
  },
});

export const rows = (count: number): readonly ImportableRow[] =>
  Array.from({ length: count }, (_, at) => row(at + 1));

export const register = (
  of: readonly (ImportableRow | UnusableRow)[],
  fileDigest = 'sha256:one',
): ImportSource => ({
  registerName: 'sample',
  fileName: 'sample.csv',
  fileDigest,
  mappingDigest: 'sha256:mapping',
  opening: { supervisionForm: 'register', addressee: null, leadCommittee: null, topic: 'city' },
  rows: of,
});

const clock: Clock = { now: () => Date.parse('2026-03-05T09:00:00+08:00') };

/** An office over a log: what a command line or a server gives the import. */
export const officeOn = (store: EventStore = openMemoryStore({ clock })) => {
  const pause = async (): Promise<void> => undefined;
  const ports: ImportPorts = {
    store,
    clock,
    pause,
    reference: referenceSource(store, { ruleSetId: 'cq-default', region: 'CN' }),
    tenant: 'cq',
    beforeWriting: () => seedReference(referenceCommands({ store, clock, pause })),
  };
  return {
    store,
    ports,
    imports: (source: ImportSource, more: { dryRun?: boolean; actor?: Actor } = {}): Promise<ImportReport> =>
      importRegister(ports, { source, actor: importer, dryRun: false, ...more }),
    undoes: (batchId: string, more: { dryRun?: boolean } = {}): Promise<UndoReport> =>
      undoImport(ports, { batchId, actor: importer, reason: 'wrong file', dryRun: false, ...more }),
    events: (...types: readonly string[]): Promise<readonly StoredEvent[]> => eventsOf(store, types),
  };
};

const eventsOf = async (store: EventStore, types: readonly string[]): Promise<readonly StoredEvent[]> =>
  (await store.readLog({ limit: 2000, ...(types.length === 0 ? {} : { types }) })).events;

/** The same log, until so many appends were made: then the process is gone. */
export const dyingAfter = (store: EventStore, appends: number): EventStore => {
  let left = appends;
  return {
    ...store,
    append: async (...append) => {
      left -= 1;
      if (left < 0) throw new CodedError('log.closed', 'killed');
      return store.append(...append);
    },
  };
};
