import { dayThatCounts } from '../../time/day-that-counts.ts';
import type { CaseState, Cycle } from '../case.state.ts';
import { ownEntry } from '../own-entry.ts';
import { onEachEvent } from './examination-rule.ts';

const cycleOf = (state: CaseState, itemId: string): Cycle | null =>
  state.status === 'unopened' ? null : (ownEntry(state.items, itemId)?.cycle ?? null);

/** Asked for after the period had passed, by the day that counts: an organ could once state an earlier one. */
export const lateRequestRules = [
  onEachEvent('extension.after-deadline', (event, before) => {
    if (event.type !== 'ExtensionRequested') return [];
    const due = cycleOf(before, event.data.itemId)?.due ?? null;
    return due === null || dayThatCounts(event) <= due.date
      ? []
      : [{ itemId: event.data.itemId, dueDate: due.date, decidedOn: event.decidedOn }];
  }),
  /** The organ was given days that it no longer had. */
  onEachEvent('extension.date-passed', (event) => {
    if (event.type !== 'ExtensionGranted') return [];
    const { itemId, newDue } = event.data;
    return event.decidedOn <= newDue.date
      ? []
      : [{ itemId, newDue: newDue.date, decidedOn: event.decidedOn }];
  }),
  onEachEvent('return.window-passed', (event, before) => {
    if (event.type !== 'ReturnRequested') return [];
    const { itemId, assignmentId } = event.data;
    const returnUntil = cycleOf(before, itemId)?.assignments.find(
      ({ id }) => id === assignmentId,
    )?.returnUntil;
    return returnUntil === undefined || dayThatCounts(event) <= returnUntil.date
      ? []
      : [{ itemId, returnUntil: returnUntil.date, decidedOn: event.decidedOn }];
  }),
] as const;
