import { userInfo } from 'node:os';
import { CodedError, type Actor } from '@duban/kernel';
import {
  findBatch,
  importRegister,
  referenceCommands,
  referenceSource,
  seedReference,
  undoImport,
  type ImportReport,
  type ImportSource,
  type UndoReport,
} from '@duban/application';
import type { Config } from '@duban/config';
import { EXIT, type ExitCode } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { underPseudonyms, type Register } from '@duban/interchange';
import { pseudonymsOf, type Pseudonyms } from '@duban/privacy';
import type { Environment } from '../environment.ts';
import { openLog, openLogIfThere, pauseAfterRace, triedPseudonyms } from '@duban/installation';
import { openProgress } from '../output/progress.ts';
import { importTexts } from '../texts/import.texts.ts';
import { running, type CommonOptions, type Running } from './command-run.ts';
import { readRegisterFile } from './register-file.ts';
import { refuseUnwritable } from './written-options.ts';
import { showImport, showUndo } from './show-import.ts';
import { writeReportFile } from './report-file.ts';

export type ImportOptions = CommonOptions & {
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly undo?: string | true;
  readonly reason?: string;
  readonly report?: string;
  readonly strict: boolean;
  readonly as?: string;
};

type Asked = { readonly options: ImportOptions; readonly run: Running; readonly store: EventStore };

const BATCH = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const actorOf = ({ tenant }: Config, { as }: ImportOptions): Actor => ({
  id: `person:${as ?? `cli-${userInfo().username}`}`,
  role: 'supervision-office',
  organ: `${tenant}-so`,
});

const clock = { now: (): number => Date.now() };

const portsOf = ({ store, run }: Asked) => {
  const { ruleSetId, region, tenant } = run.config;
  const reference = referenceSource(store, { ruleSetId, region });
  return { store, clock, pause: pauseAfterRace, reference, tenant };
};

const importFile = async (asked: Asked, source: ImportSource): Promise<ImportReport> => {
  const { options, run, store } = asked;
  const ports = portsOf(asked);
  const progress = await openProgress(importTexts.importing[run.console.language]);
  try {
    return await importRegister(
      {
        ...ports,
        beforeWriting: () => seedReference(referenceCommands({ store, clock, pause: pauseAfterRace })),
        onRow: progress.at,
      },
      { source, actor: actorOf(run.config, options), dryRun: options.dryRun },
    );
  } finally {
    progress.end();
    ports.reference.close();
  }
};

const undoBatch = async (asked: Asked, batchId: string): Promise<UndoReport> => {
  const { options, run } = asked;
  const { language } = run.console;
  const ports = portsOf(asked);
  const progress = await openProgress(importTexts.undoing[language]);
  try {
    return await undoImport(
      { ...ports, onRow: progress.at },
      {
        batchId,
        actor: actorOf(run.config, options),
        reason: options.reason ?? importTexts.noReason[language],
        dryRun: options.dryRun,
      },
    );
  } finally {
    progress.end();
    ports.reference.close();
  }
};

/** The batch to take back: named, or the one of the file; of a file that was already taken back, that one. */
const batchToUndo = async (store: EventStore, source: Omit<ImportSource, 'rows'>): Promise<string> => {
  const { batchId, state, before } = await findBatch(store, source);
  if (state.status !== 'none') return batchId;
  if (before !== null) return before;
  throw new CodedError('import.unknown', source.fileName);
};

const withStore = async <Result>(
  config: Config,
  dryRun: boolean,
  work: (store: EventStore, pseudonyms: Pseudonyms) => Promise<Result>,
): Promise<Result> => {
  if (!dryRun) {
    const log = await openLog(config);
    return work(log.store, pseudonymsOf(log.vault)).finally(log.close);
  }
  const pseudonyms = await triedPseudonyms(config);
  const store = (await openLogIfThere(config)) ?? openMemoryStore();
  return work(store, pseudonyms).finally(store.close);
};

const runOn = async (run: Running, options: ImportOptions, file: string | null): Promise<ExitCode> => {
  const { undo, dryRun, mapping } = options;
  refuseUnwritable(options);
  const named = typeof undo === 'string' && BATCH.test(undo) ? undo : null;
  const path = file ?? (typeof undo === 'string' && named === null ? undo : null);
  // Everything about the file is judged before the log is opened: a bad one leaves not even an empty log behind.
  const source = named === null ? await readRegisterFile(path, mapping ?? null) : null;
  return withStore(run.config, dryRun, async (store, pseudonyms) => {
    const asked: Asked = { options, run, store };
    if (undo !== undefined || source === null) {
      const report = await undoBatch(asked, named ?? (await batchToUndo(store, source as Register)));
      showUndo(run.console, report);
      return report.kept.length > 0 && options.strict ? EXIT.refused : EXIT.ok;
    }
    const report = await importFile(asked, underPseudonyms(source, pseudonyms));
    if (options.report !== undefined) await writeReportFile(options.report, report, run.console.language);
    showImport(run.console, report, source);
    return report.refused > 0 && options.strict ? EXIT.refused : EXIT.ok;
  });
};

export const runImport = (file: string | null, options: ImportOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, (run) => runOn(run, options, file));
