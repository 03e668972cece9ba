import type { Message } from '@duban/kernel';
import type { Disposition, ItemStage } from '../case.vocabulary.ts';

export type RegisterRow = {
  readonly name: string;
  readonly fileDigest: string;
  /** Row in the file as a person counts it: the header is row 1. */
  readonly row: number;
  readonly number: string;
};

/**
 * An item whose life before Duban is only known from a register: imported, not observed. It occurs when it is recorded;
 * the register's dates are data beside it. Earlier releases put the register's date into `occurredAt`, too.
 */
export type ItemImported = Message<
  'ItemImported',
  {
    readonly itemId: string;
    readonly batchId: string;
    readonly register: RegisterRow;
    readonly title: string;
    readonly text: string;
    readonly organ: string | null;
    readonly category: string | null;
    readonly proposers: readonly string[];
    readonly madeOn: string | null;
    readonly closedOn: string | null;
    readonly dueOn: string | null;
    readonly registerStatus: string | null;
    readonly stage: ItemStage;
    readonly disposition: Disposition | null;
    readonly reply: string | null;
    /** Every other column of the row, as it stood. */
    readonly otherFacts: Readonly<Record<string, string>>;
    /** Codes such as `organ-missing`, `made-on-missing`, `closed-without-date`. */
    readonly warnings: readonly string[];
  }
>;

/** Counter-event of a batch that was undone. The imported event stays visible. */
export type ItemImportTakenBack = Message<
  'ItemImportTakenBack',
  { readonly itemId: string; readonly batchId: string; readonly reason: string }
>;

export type ImportEvent = ItemImported | ItemImportTakenBack;
