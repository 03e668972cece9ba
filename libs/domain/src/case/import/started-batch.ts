import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { CommandContext } from '../command-context.ts';

/**
 * An import states what nobody of this house decided. It is taken from a register that was read as a whole, inside its
 * own started batch, and from nowhere else.
 */
export const refuseLooseImport = (
  batchId: string,
  { importBatch }: CommandContext,
): Rejected<CaseRejection> | null =>
  importBatch === batchId ? null : rejected('import.outside-batch', { batchId });
