import { rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText, id, listOf, orNull, person, text, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { disposition, itemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { factOf } from '../occurred.ts';
import { opening, type Addressed } from '../opening/open-case.step.ts';
import { ownEntry } from '../own-entry.ts';
import type { Step } from '../step.ts';
import { importedItem } from './imported-item.ts';
import { refuseLooseImport } from './started-batch.ts';

const itemImported = closed({
  itemId: itemRef(),
  batchId: uncorrectable(id()),
  /** `row` as a person counts it in the file: the header is row 1. */
  register: closed({
    name: clerical(text()),
    fileDigest: id(),
    row: whole(1),
    number: clerical(text()),
  }),
  title: clerical(text()),
  text: freeText(),
  organ: uncorrectable(orNull(text())),
  category: orNull(text()),
  proposers: uncorrectable(listOf(person())),
  madeOn: orNull(date()),
  closedOn: orNull(date()),
  dueOn: orNull(date()),
  registerStatus: orNull(text()),
  stage: uncorrectable(itemStage()),
  disposition: uncorrectable(orNull(disposition())),
  reply: orNull(freeText()),
  /** Every other column of the row, as it stood. */
  otherFacts: Type.Record(Type.String(), freeText()),
  /** Codes such as `organ-missing`, `made-on-missing`, `closed-without-date`. */
  warnings: listOf(id()),
});

/**
 * An item whose life before Duban is only known from a register: imported, not observed. It occurs when it is recorded;
 * the register's dates are data beside it. Earlier releases put the register's date into `occurredAt`, too.
 */
export type ItemImported = Stored<'ItemImported', typeof itemImported>;

/** `opening` opens the case where it is not there yet. */
const sent = closed({ opening, item: itemImported });

const FOUNDING = '1949-10-01';

/** A register's dates are taken over as data, so nothing else would stop a slip of the pen. */
const refuseDates = (
  { madeOn, closedOn }: ItemImported['data'],
  { decidedOn: today }: CommandContext,
): Rejected<CaseRejection> | null => {
  const wrong = [madeOn, closedOn].find((day) => day !== null && (day < FOUNDING || day > today));
  return wrong === undefined || wrong === null
    ? null
    : rejected('import.date-impossible', { date: wrong, today });
};

/**
 * What a register says of an item, whichever file, row and batch it came in by: a second run finds it there (C40).
 * Warnings are what a mapping makes of it, so new rules do not make it another item.
 */
const registerFacts = (data: ItemImported['data']): object => {
  const { register, batchId: _batchId, warnings: _warnings, ...facts } = data;
  return { ...facts, number: register.number };
};

/** 导入: taken from a register inside a started batch only. */
export const importItem: Step<typeof sent, ItemImported, { readonly opening: Addressed }> = {
  label: { zh: '导入事项', en: 'Import an item' },
  data: sent,
  who: ['supervision-office'],
  at: 'case',
  origin: 'import',
  refuse: ({ item }, context) => refuseLooseImport(item.batchId, context),
  /** The first imported item of a register opens its case, on the day that the register says where it says one. */
  open: (data, context) =>
    refuseDates(data.item, context) ?? [
      {
        type: 'CaseOpened',
        data: { ...data.opening, openedOn: data.item.madeOn ?? data.item.closedOn ?? context.occurredOn },
      },
      { type: 'ItemImported', data: data.item },
    ],
  decide: (data, state, context) => {
    const { item } = data;
    const { itemId } = item;
    if (data.opening.caseId !== state.opened.caseId)
      return rejected('import.facts-differ', { caseId: state.opened.caseId });
    const known = ownEntry(state.items, itemId);
    if (known !== undefined && known.imported === null) return rejected('item.id-taken', { itemId });
    if (known?.imported !== undefined && known.imported !== null && known.stage !== 'TAKEN_BACK') {
      return sameFacts(registerFacts(known.imported.data), registerFacts(item))
        ? []
        : rejected('import.facts-differ', { itemId });
    }
    if (state.status !== 'open') return rejected('case.not-open', { status: state.status });
    return refuseDates(item, context) ?? [{ type: 'ItemImported', data: item }];
  },
  events: {
    ItemImported: {
      data: itemImported,
      seenBy: 'parties',
      published: true,
      personal: { text: ['proposers'], reply: ['proposers'], 'otherFacts.*': ['proposers'] },
      fold: (state, event) => ({
        ...state,
        items: { ...state.items, [event.data.itemId]: importedItem(factOf(event)) },
      }),
    },
  },
};
