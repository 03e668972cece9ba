/**
 * Events of an `import-<batchId>` stream: what was read from which file, what became of it, and its undoing. The items
 * themselves are `ItemImported` events of their cases. These types are storage format: never rename one.
 */
import type { Message } from '@duban/kernel';

export type ImportStarted = Message<
  'ImportStarted',
  {
    readonly batchId: string;
    readonly registerName: string;
    readonly fileName: string;
    /** `sha256:<hex>` of the file's bytes. */
    readonly fileDigest: string;
    /** `sha256:<hex>` of the canonical column mapping. */
    readonly mappingDigest: string;
    readonly rows: number;
    /** `person:<id>`. */
    readonly startedBy: string;
  }
>;

/** A row that became no item; `row` counts as a person does, the header is row 1. */
export type RefusedRow = { readonly row: number; readonly code: string; readonly detail: string };

export type ImportCompleted = Message<
  'ImportCompleted',
  {
    readonly imported: number;
    /** Rows that an earlier run of the same file had already brought in. */
    readonly unchanged: number;
    readonly refused: readonly RefusedRow[];
    readonly warnings: number;
  }
>;

/** The batch was taken back; `items` counts those that carry an `ItemImportTakenBack`. */
export type ImportUndone = Message<'ImportUndone', { readonly reason: string; readonly items: number }>;

export type ImportBatchEvent = ImportStarted | ImportCompleted | ImportUndone;

export const importStream = (batchId: string): string => `import-${batchId}`;
