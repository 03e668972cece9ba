import { closed, count, freeText, id, listOf, person, text, whole } from '@duban/domain/schema';

export const importBatchSchemas = {
  ImportStarted: closed({
    batchId: id(),
    registerName: text(),
    fileName: text(),
    fileDigest: id(),
    mappingDigest: id(),
    rows: count(),
    startedBy: person(),
  }),
  ImportCompleted: closed({
    imported: count(),
    unchanged: count(),
    refused: listOf(closed({ row: whole(1), code: id(), detail: freeText() })),
    warnings: count(),
  }),
  ImportUndone: closed({ reason: freeText(), items: count() }),
};
