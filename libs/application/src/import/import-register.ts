import { CodedError, type Actor, type Clock } from '@duban/kernel';
import { caseCommands } from '../case/case-commands.ts';
import type { CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import type { ReferenceSource } from '../reference/reference-data.ts';
import { batchCommands, findBatch } from './import-batch.ts';
import { dryStore } from './dry-store.ts';
import { importRow, planRow, type BatchOf, type RowPlan } from './import-row.ts';
import { countOf, warningCounts, type ImportReport, type RowReport } from './import-report.ts';
import { isUnusable, type ImportSource, type UnusableRow } from './import-source.ts';
import { inParallel } from './in-parallel.ts';
import { forbiddenInRow, refuseForbiddenNames } from './forbidden-in-row.ts';
import { standingCounts } from './standing-counts.ts';

/** Enough commands in flight to fill a group commit, few enough to stop soon. */
const AT_ONCE = 128;

export type ImportPorts = CommandHandlerPorts & {
  readonly clock: Clock;
  readonly reference: ReferenceSource;
  readonly tenant: string;
  /** Called before the first event of a batch: where rules and calendars are seeded. */
  readonly beforeWriting?: () => Promise<void>;
  readonly onRow?: (done: number, of: number) => void;
};

export type ImportRequest = {
  readonly source: ImportSource;
  readonly actor: Actor;
  readonly dryRun: boolean;
};

type Planned = RowPlan | UnusableRow;

const unusable = ({ row, number, code, detail }: UnusableRow): RowReport => ({
  row,
  number,
  status: 'refused',
  caseId: null,
  code,
  detail,
  warnings: [],
});

const planRows = (
  { store }: ImportPorts,
  { registerName, rows }: ImportSource,
  batchId: string,
): Promise<readonly Planned[]> =>
  inParallel(rows, AT_ONCE, async (row) =>
    isUnusable(row) ? row : (forbiddenInRow(row) ?? planRow(store, registerName, batchId, row)),
  );

const runRows = async (
  ports: ImportPorts,
  batch: BatchOf,
  planned: readonly Planned[],
  how: { readonly dryRun: boolean; readonly resumed: boolean },
): Promise<readonly RowReport[]> => {
  const store = how.dryRun ? dryStore(ports.store) : ports.store;
  const commands = caseCommands({ ...ports, store, importBatch: batch.batchId });
  let finished = 0;
  return inParallel(planned, AT_ONCE, async (plan) => {
    const report = 'code' in plan ? unusable(plan) : await importRow(commands, batch, plan, how.resumed);
    finished += 1;
    ports.onRow?.(finished, planned.length);
    return report;
  });
};

/** `key-reused`: another person sent the same batch; it says the same of the same file. */
const must = (outcome: CommandOutcome): void => {
  if (outcome.outcome === 'rejected')
    throw new CodedError(outcome.rejected, 'the batch was taken back meanwhile');
  if (outcome.outcome === 'revision-conflict')
    throw new CodedError('revision-conflict', 'the batch kept changing while it was written');
};

const startedData = (
  { fileName, registerName, fileDigest, mappingDigest, rows }: ImportSource,
  batchId: string,
  actor: Actor,
) => ({
  type: 'StartImport' as const,
  data: {
    batchId,
    registerName,
    fileName,
    fileDigest,
    mappingDigest,
    rows: rows.length,
    startedBy: actor.id,
  },
});

const completedData = (details: readonly RowReport[]) => ({
  type: 'CompleteImport' as const,
  data: {
    imported: countOf(details, 'imported'),
    unchanged: countOf(details, 'unchanged'),
    refused: details
      .filter(({ status }) => status === 'refused')
      .map(({ row, code, detail }) => ({ row, code: code ?? 'internal', detail: detail ?? '' })),
    warnings: Object.values(warningCounts(details)).reduce((sum, count) => sum + count, 0),
  },
});

const reportOf = (
  { source, dryRun }: ImportRequest,
  { batchId, written }: Pick<ImportReport, 'batchId' | 'written'>,
  details: readonly RowReport[],
): ImportReport => ({
  registerName: source.registerName,
  fileName: source.fileName,
  fileDigest: source.fileDigest,
  mappingDigest: source.mappingDigest,
  batchId,
  dryRun,
  written,
  rows: details.length,
  imported: countOf(details, 'imported'),
  unchanged: countOf(details, 'unchanged'),
  refused: countOf(details, 'refused'),
  warnings: warningCounts(details),
  standings: standingCounts(source, details),
  details,
});

/**
 * Imports a register as one batch. The same file again writes nothing at all; a run that was killed is finished by the
 * next one; two at once import each row once, since both send the same commands (C40, C41).
 * @throws CodedError `log.unavailable`, `file.forbidden-character`, `import.undone` when somebody takes the batch back meanwhile
 */
export const importRegister = async (ports: ImportPorts, request: ImportRequest): Promise<ImportReport> => {
  const { source, actor, dryRun } = request;
  refuseForbiddenNames(source);
  const { batchId, state } = await findBatch(ports.store, source);
  const planned = await planRows(ports, source, batchId);
  const somethingNew = planned.some((plan) => 'before' in plan && plan.before === 'new');
  const resumed = state.status === 'open' || (state.status === 'none' && somethingNew);
  const writes = !dryRun && (somethingNew || state.status === 'open');
  const batch: BatchOf = { source, batchId, tenant: ports.tenant, actor };
  const send = batchCommands(ports, actor);
  if (writes) {
    await ports.beforeWriting?.();
    must(await send(batchId, startedData(source, batchId, actor)));
  }
  const details = await runRows(ports, batch, planned, { dryRun: !writes, resumed });
  if (writes) must(await send(batchId, completedData(details)));
  const known = writes || state.status === 'completed';
  return reportOf(request, { batchId: known ? batchId : null, written: writes }, details);
};
