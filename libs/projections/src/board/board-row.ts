import type { BoardRow } from '@duban/contracts';
import {
  activeAssignments,
  addresseeOf,
  allCycles,
  awaitsDecision,
  ENDED_STAGES,
  type ItemState,
} from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import { listText } from '../row-changes.ts';
import { runningDate } from './running-clock.ts';

const organsOf = ({ cycle, imported }: ItemState): Pick<BoardRow, 'leads' | 'co_organs'> => {
  const active = activeAssignments(cycle);
  const leads = active.filter(({ role }) => role !== 'co').map(({ organ }) => organ);
  const registered = imported?.data.organ ?? null;
  return {
    leads: listText(leads.length === 0 && active.length === 0 && registered !== null ? [registered] : leads),
    co_organs: listText(active.filter(({ role }) => role === 'co').map(({ organ }) => organ)),
  };
};

type Dates = 'due' | 'provisional' | 'running' | 'awaits' | 'look_back_due';

const datesOf = (item: ItemState): Pick<BoardRow, Dates> => ({
  due: item.cycle?.due?.date ?? null,
  provisional: item.cycle?.due?.provisional === true ? 1 : 0,
  running: runningDate(item),
  awaits: awaitsDecision(item) ? 1 : 0,
  look_back_due: item.lookBackDue?.date ?? null,
});

type Count = 'cycle' | 'extensions' | 'escalations' | 'failures' | 'returns' | 'percent';

const countsOf = (item: ItemState): Pick<BoardRow, Count> => {
  const cycles = allCycles(item);
  return {
    cycle: item.cycle?.n ?? 0,
    extensions: (item.cycle?.extensions ?? []).filter(({ decision }) => decision === 'granted').length,
    escalations: item.escalations.length,
    failures: item.failures,
    returns: cycles.flatMap(({ returns }) => returns).filter(({ decision }) => decision?.accepted === true)
      .length,
    percent: item.cycle?.progress.at(-1)?.data.percent ?? null,
  };
};

const registerFacts = ({
  imported,
}: ItemState): Pick<BoardRow, 'imported' | 'register_status' | 'batch_id'> => ({
  imported: imported === null ? 0 : 1,
  register_status: imported?.data.registerStatus ?? null,
  batch_id: imported?.data.batchId ?? null,
});

/** The board's row of one item: what stands in each of its columns (`boardFields`). */
export const boardRow = ({ key, document, opened: state, item }: ItemOfCase): BoardRow => {
  const { opened } = state;
  const facts = item.imported?.data;
  return {
    item: key,
    case_key: document.key,
    case_id: document.id,
    case_no: opened.caseNo,
    case_status: state.status,
    item_id: item.itemId,
    item_no: facts?.register.number ?? item.itemId,
    title: item.title,
    stage: item.stage,
    ended: ENDED_STAGES.includes(item.stage) ? 1 : 0,
    disposition: item.disposition,
    form: opened.supervisionForm,
    topic: opened.topic,
    category: item.category,
    source_title: opened.source.title,
    source_no: opened.source.documentNo,
    source_date: opened.source.date,
    addressee: addresseeOf(state, item),
    ...organsOf(item),
    ...datesOf(item),
    opened_on: facts === undefined ? opened.openedOn : facts.madeOn,
    closed_on:
      item.cycle?.closing?.data.closedOn ?? (item.stage === 'CLOSED' ? (facts?.closedOn ?? null) : null),
    rule_set: item.ruleSet,
    ...countsOf(item),
    ...registerFacts(item),
  };
};
