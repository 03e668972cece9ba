import { v5 } from 'uuid';
import type { ImportSource } from './import-source.ts';

/** Namespace of imported cases, batches and their commands; changing it would import every register a second time. */
const NAMESPACE = '3b0c9a52-9a0f-5c7e-8d43-5f1f0d6f2a10';

const idOf = (...parts: readonly string[]): string => v5(parts.join('\n'), NAMESPACE);

/** One row of a register is one case, whichever file it comes in (C40). */
export const importedCaseId = (registerName: string, identity: string): string =>
  idOf('case', registerName, identity);

export const importedItemId = (caseId: string): string => `${caseId}-1`;

/** The same file under the same mapping is the same batch, until it was taken back: then it is the next attempt. */
export const batchIdOf = (
  { registerName, fileDigest, mappingDigest }: Omit<ImportSource, 'rows'>,
  attempt: number,
): string => idOf('batch', registerName, fileDigest, mappingDigest, String(attempt));

/** Of the batch and what it does: a command repeated after a crash, or by a second process, writes nothing again. */
export const batchCommandId = (batchId: string, what: string): string => idOf('command', batchId, what);
