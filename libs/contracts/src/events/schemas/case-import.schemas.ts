import { Type } from '@sinclair/typebox';
import {
  closed,
  date,
  disposition,
  freeText,
  id,
  itemStage,
  listOf,
  orNull,
  person,
  text,
  whole,
} from '@duban/domain/schema';

export const caseImportSchemas = {
  ItemImported: closed({
    itemId: id(),
    batchId: id(),
    register: closed({ name: text(), fileDigest: id(), row: whole(1), number: text() }),
    title: text(),
    text: freeText(),
    organ: orNull(text()),
    category: orNull(text()),
    proposers: listOf(person()),
    madeOn: orNull(date()),
    closedOn: orNull(date()),
    dueOn: orNull(date()),
    registerStatus: orNull(text()),
    stage: itemStage(),
    disposition: orNull(disposition()),
    reply: orNull(freeText()),
    otherFacts: Type.Record(Type.String(), freeText()),
    warnings: listOf(id()),
  }),
  ItemImportTakenBack: closed({ itemId: id(), batchId: id(), reason: freeText() }),
};
