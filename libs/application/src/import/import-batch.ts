import type { Actor } from '@duban/kernel';
import { importStream } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { legalTimeOf } from '../command/legal-time.ts';
import { loadStream } from '../command/loaded-stream.ts';
import {
  importBatchKind,
  type ImportBatchCommand,
  type ImportBatchRejection,
  type ImportBatchState,
} from './import-batch.decider.ts';
import { batchCommandId, batchIdOf } from './import-identity.ts';
import type { ImportSource } from './import-source.ts';

export const loadBatch = async (reader: EventReader, batchId: string): Promise<ImportBatchState> =>
  (await loadStream(reader, importBatchKind, importStream(batchId))).state;

export type FoundBatch = { readonly batchId: string; readonly state: ImportBatchState };

/** The batch that this file is today: the first attempt that was not taken back. `before` is the one taken back last. */
export const findBatch = async (
  reader: EventReader,
  source: Omit<ImportSource, 'rows'>,
): Promise<FoundBatch & { readonly before: string | null }> => {
  let before: string | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const batchId = batchIdOf(source, attempt);
    const state = await loadBatch(reader, batchId);
    if (state.status !== 'undone') return { batchId, state, before };
    before = batchId;
  }
};

export type SendToBatch = (
  batchId: string,
  command: ImportBatchCommand,
) => Promise<CommandOutcome<ImportBatchRejection>>;

/** One command of each kind per batch, each under its own id: two processes with the same file send the same ones. */
export const batchCommands = (ports: CommandHandlerPorts, actor: Actor): SendToBatch => {
  const handle = commandHandler(ports, importBatchKind);
  return (batchId, command) =>
    handle({
      stream: importStream(batchId),
      sent: { ...command, commandId: batchCommandId(batchId, command.type), actor },
      decidedAt: (instant) => ({
        command,
        grounds: { occurredAt: legalTimeOf(instant), ruleSet: null, calendar: null },
      }),
    });
};
