import { CodedError, comparePositions, LOG_START, type Actor, type Clock } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import { caseCommands, type CaseCommands } from '../case/case-commands.ts';
import type { CommandHandlerPorts } from '../command/command-handler.ts';
import type { ReferenceSource } from '../reference/reference-data.ts';
import { dryStore } from './dry-store.ts';
import { batchCommands, loadBatch } from './import-batch.ts';
import { batchCommandId } from './import-identity.ts';
import { inParallel } from './in-parallel.ts';

const AT_ONCE = 128;
const PAGE = 512;

export type UndoRequest = {
  readonly batchId: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly dryRun: boolean;
};

/** An item that people have acted on is theirs and stays. */
export type KeptItem = {
  readonly caseId: string;
  readonly number: string;
  readonly row: number;
  readonly code: string;
};

export type UndoReport = {
  readonly batchId: string;
  readonly registerName: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  /** It was taken back before; nothing was written. */
  readonly alreadyUndone: boolean;
  readonly items: number;
  readonly takenBack: number;
  readonly kept: readonly KeptItem[];
};

export type UndoPorts = CommandHandlerPorts & {
  readonly clock: Clock;
  readonly reference: ReferenceSource;
  readonly onRow?: (done: number, of: number) => void;
};

type BatchItem = {
  readonly caseId: string;
  readonly itemId: string;
  readonly number: string;
  readonly row: number;
};

const decode = decodeEventOf('case');

const itemsOf = async (reader: EventReader, batchId: string): Promise<readonly BatchItem[]> => {
  const items: BatchItem[] = [];
  const head = await reader.head();
  let after = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await reader.readLog({ after, types: ['ItemImported'], limit: PAGE });
    for (const stored of page.events) {
      const event = decode(stored);
      if (event.type !== 'ItemImported' || event.data.batchId !== batchId) continue;
      const { itemId, register } = event.data;
      items.push({ caseId: caseIdOf(stored.stream), itemId, number: register.number, row: register.row });
    }
    if (page.next === after) break;
    after = page.next;
  }
  return items;
};

const caseIdOf = (stream: string): string => stream.slice('case-'.length);

/** Null when the item was taken back. */
const takeBack = async (
  commands: CaseCommands,
  { batchId, reason, actor }: UndoRequest,
  { caseId, itemId, number, row }: BatchItem,
): Promise<KeptItem | null> => {
  const outcome = await commands(caseId, {
    type: 'TakeBackImport',
    data: { itemId, batchId, reason },
    commandId: batchCommandId(batchId, `undo ${caseId}`),
    correlationId: batchId,
    actor,
  });
  return outcome.outcome === 'rejected' ? { caseId, number, row, code: outcome.rejected } : null;
};

/**
 * Takes a batch back by counter-events; what it imported stays visible. Can be repeated after a crash.
 * @throws CodedError `import.unknown`
 */
export const undoImport = async (ports: UndoPorts, request: UndoRequest): Promise<UndoReport> => {
  const { batchId, actor, reason, dryRun } = request;
  const state = await loadBatch(ports.store, batchId);
  if (state.status === 'none') throw new CodedError('import.unknown', batchId);
  const { registerName, fileName } = state.started;
  const about = { batchId, registerName, fileName, dryRun };
  const items = await itemsOf(ports.store, batchId);
  if (state.status === 'undone') {
    const takenBack = state.undone?.items ?? 0;
    return { ...about, alreadyUndone: true, items: items.length, takenBack, kept: [] };
  }
  const store = dryRun ? dryStore(ports.store) : ports.store;
  const commands = caseCommands({ ...ports, store, importBatch: batchId });
  let finished = 0;
  const fates = await inParallel(items, AT_ONCE, async (item) => {
    const kept = await takeBack(commands, request, item);
    finished += 1;
    ports.onRow?.(finished, items.length);
    return kept;
  });
  const kept = fates.filter((item) => item !== null);
  const takenBack = items.length - kept.length;
  if (!dryRun)
    await batchCommands(ports, actor)(batchId, { type: 'UndoImport', data: { reason, items: takenBack } });
  return { ...about, alreadyUndone: false, items: items.length, takenBack, kept };
};
