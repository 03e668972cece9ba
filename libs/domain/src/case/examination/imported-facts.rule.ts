import type { ItemImported } from '../import/import-item.step.ts';
import { onEachEvent } from './examination-rule.ts';

const EARLIEST = '1949-01-01';
const DATES = ['madeOn', 'closedOn', 'dueOn'] as const satisfies readonly (keyof ItemImported['data'])[];

/** What a spreadsheet shows for a formula that came to nothing (ECMA-376 part 1, 18.17.3). */
const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!'];

/** Facts that earlier imports took out of cells which say nothing: the zero of a date, the error of a formula. */
export const importedFactRules = [
  onEachEvent('row.date-unreadable', ({ type, data }) =>
    type === 'ItemImported'
      ? DATES.flatMap((field) => {
          const date = data[field];
          return date === null || date >= EARLIEST ? [] : [{ itemId: data.itemId, field, date }];
        })
      : [],
  ),
  onEachEvent('row.cell-error', ({ type, data }) =>
    type === 'ItemImported' && data.organ !== null && ERRORS.includes(data.organ)
      ? [{ itemId: data.itemId, organ: data.organ }]
      : [],
  ),
] as const;
