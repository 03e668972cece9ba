import { fieldText } from '@duban/contracts';
import type { Actor } from '@duban/kernel';
import { caseStream, sameFacts, type CaseState, ownEntry } from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import { caseKind, type CaseCommands, type SentCaseCommand } from '../case/case-commands.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { loadStream } from '../command/loaded-stream.ts';
import { IMPORTING } from './importing.ts';
import { batchCommandId, importedCaseId, importedItemId } from './import-identity.ts';
import type { RowReport } from './import-report.ts';
import type { ImportableRow, ImportSource } from './import-source.ts';

/** Where the row's item stands before this run. */
export type RowBefore =
  | 'new'
  | 'known'
  /** Taken back by the undoing of this very batch, which is not finished. */
  | 'undo-unfinished';

export type RowPlan = { readonly row: ImportableRow; readonly caseId: string; readonly before: RowBefore };

const beforeOf = (state: CaseState, itemId: string, batchId: string): RowBefore => {
  const item = state.status === 'unopened' ? undefined : ownEntry(state.items, itemId);
  if (item === undefined) return 'new';
  if (item.stage !== 'TAKEN_BACK') return 'known';
  return item.imported?.data.batchId === batchId ? 'undo-unfinished' : 'new';
};

/** A row that came in with an earlier release keeps the ids that it gave: they are in the log for ever, and one person is one. */
const asKnown = (row: ImportableRow, state: CaseState): ImportableRow => {
  const { formerProposers = [] } = row;
  const known = state.status === 'unopened' ? undefined : state.items[importedItemId(state.opened.caseId)];
  if (formerProposers.length === 0 || !sameFacts(known?.imported?.data.proposers, formerProposers))
    return row;
  return { ...row, facts: { ...row.facts, proposers: formerProposers } };
};

export const planRow = async (
  reader: EventReader,
  registerName: string,
  batchId: string,
  row: ImportableRow,
): Promise<RowPlan> => {
  const caseId = importedCaseId(registerName, row.identity);
  const { state } = await loadStream(reader, caseKind, caseStream(caseId));
  return { row: asKnown(row, state), caseId, before: beforeOf(state, importedItemId(caseId), batchId) };
};

export type BatchOf = {
  readonly source: ImportSource;
  readonly batchId: string;
  readonly tenant: string;
  readonly actor: Actor;
};

const importCommand = (
  { source, batchId, tenant, actor }: BatchOf,
  { row, caseId }: RowPlan,
): SentCaseCommand => ({
  type: IMPORTING,
  data: {
    opening: {
      ...source.opening,
      caseId,
      caseNo: row.number,
      tenant,
      source: {
        type: source.opening.supervisionForm,
        title: source.registerName,
        documentNo: row.documentNo,
        date: null,
        paragraphs: 1,
        digest: null,
      },
      linkedFrom: null,
    },
    item: {
      ...row.facts,
      itemId: importedItemId(caseId),
      batchId,
      register: {
        name: source.registerName,
        fileDigest: source.fileDigest,
        row: row.row,
        number: row.number,
      },
    },
  },
  commandId: batchCommandId(batchId, caseId),
  correlationId: batchId,
  actor,
});

/** `发生日期 2062-03-02; today 2026-11-30`: what the refusal rests on, in the words of the pages where there are any. */
const detailOf = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .map(([name, value]) => {
      const { zh, en } = fieldText(name);
      const said = typeof value === 'string' ? value : JSON.stringify(value);
      return zh === en ? `${name} ${said}` : `${zh} / ${en} ${said}`;
    })
    .join('; ');

type Fate = Pick<RowReport, 'status' | 'code' | 'detail'>;

const done = (status: 'imported' | 'unchanged'): Fate => ({ status, code: null, detail: null });

/**
 * A replayed command was written by this batch: by a run that did not live to complete it, or by another process with
 * the same file, whoever sent it (`key-reused`).
 */
const fateOf = (outcome: CommandOutcome, resumed: boolean): Fate => {
  switch (outcome.outcome) {
    case 'accepted':
      return done(outcome.replayed && !resumed ? 'unchanged' : 'imported');
    case 'key-reused':
      return done(resumed ? 'imported' : 'unchanged');
    case 'nothing-to-do':
      return done('unchanged');
    case 'rejected':
      return { status: 'refused', code: outcome.rejected, detail: detailOf(outcome.details ?? {}) };
    case 'revision-conflict':
      return { status: 'refused', code: 'revision-conflict', detail: '' };
  }
};

/** Imports one row; `resumed` says that the batch has not been completed yet. */
export const importRow = async (
  commands: CaseCommands,
  batch: BatchOf,
  plan: RowPlan,
  resumed: boolean,
): Promise<RowReport> => {
  const { row, caseId, before } = plan;
  const fate: Fate =
    before === 'undo-unfinished'
      ? { status: 'refused', code: 'import.undo-unfinished', detail: batch.batchId }
      : fateOf(await commands(caseId, importCommand(batch, plan)), resumed);
  return { row: row.row, number: row.number, caseId, ...fate, warnings: row.facts.warnings };
};
