import { countedDates, owesResult } from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { Projection, RowOf, TableSpec } from '../projection.ts';
import { changesOfItems, listText } from '../row-changes.ts';

/** Items whose due date runs, by what decides on which day the ladder has something to say of them. */
const rungsTable = {
  name: 'clock_rungs',
  kind: 'keyed',
  key: ['item'],
  columns: { item: 'integer', case_id: 'text', rule_set: 'text', noted: 'text', due: 'text' },
  indexes: [['rule_set', 'noted', 'due', 'item']],
} as const satisfies TableSpec;

/** By calendar version, the latest of an item's dates that were counted by it. */
const countedTable = {
  name: 'clock_counted',
  kind: 'keyed',
  key: ['item', 'calendar'],
  columns: { item: 'integer', calendar: 'text', case_id: 'text', latest: 'text' },
  indexes: [['calendar', 'latest', 'item']],
} as const satisfies TableSpec;

/** `rule_set` is empty where the item was never assigned: it then goes by the rules of the day. */
const rungsRows = ({ key, document, item }: ItemOfCase): readonly RowOf<typeof rungsTable>[] => {
  const due = item.cycle?.due ?? null;
  if (due === null || item.cycle === null || !owesResult(item)) return [];
  const noted = listText(item.cycle.rungsNoted);
  return [{ item: key, case_id: document.id, rule_set: item.ruleSet ?? '', noted, due: due.date }];
};

const countedRows = ({ key, document, item }: ItemOfCase): readonly RowOf<typeof countedTable>[] => {
  const latest = new Map<string, string>();
  for (const { calendar, date } of countedDates(item))
    if (date > (latest.get(calendar) ?? '')) latest.set(calendar, date);
  return [...latest].map(([calendar, date]) => ({
    ...{ item: key, calendar, case_id: document.id },
    latest: date,
  }));
};

const rungs = changesOfItems(rungsTable, rungsRows);
const counted = changesOfItems(countedTable, countedRows);

/** Which cases the clock has to look at on a day: the only ones that a round of dates touches. */
export const clockProjection: Projection = {
  name: 'clock',
  version: 1,
  tables: [rungsTable, countedTable],
  project: (step) => [...rungs(step), ...counted(step)],
};
