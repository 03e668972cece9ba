import type { DueDate } from '../../calendar/calendar.ts';
import type { Fact, ItemState } from '../case.state.ts';
import type { ItemImported } from '../events/import.events.ts';
import { newCycle } from './cycle.ts';

/** A register's due date is a date that somebody wrote down, not one that was counted here. */
const writtenDown = (date: string | null): DueDate | null =>
  date === null ? null : { date, provisional: false, calendar: 'imported', period: null, steps: [{ date, code: 'fixed' }] };

/**
 * An item whose earlier life is only known from a register: it stands where the register says, in a first cycle without
 * assignments. From there ordinary commands carry it on; an open one is assigned before an organ reports on it.
 */
export const importedItem = (imported: Fact<ItemImported['data']>): ItemState => {
  const { itemId, stage, title, text, category, proposers, madeOn, dueOn, disposition } = imported.data;
  return {
    itemId,
    stage,
    resumeTo: null,
    resumedOn: null,
    suspension: null,
    registered: null,
    imported,
    title,
    text,
    category,
    proposers,
    ruleSet: null,
    addressee: null,
    rectificationType: null,
    instruments: [],
    fixedInResolution: false,
    cycle: newCycle({ n: 1, cause: 'import', startedOn: madeOn ?? imported.on, due: writtenDown(dueOn) }),
    pastCycles: [],
    failures: 0,
    disposition,
    lookBackDue: null,
    lookBacks: [],
    relapseFound: false,
    mergedInto: null,
    proposersCarried: [],
    withdrawnFor: null,
    escalations: [],
  };
};
