import type { EventView } from '../api/answers.ts';

/** Events that take an item from one stage to another; the rest happens on the spot. */
const MOVING = new Set([
  'ItemRegistered',
  'ItemImported',
  'ListApproved',
  'ItemAssigned',
  'ReceiptAcknowledged',
  'ReturnRequested',
  'ReturnAccepted',
  'ReturnRefused',
  'ItemReassigned',
  'PlanFiled',
  'PlanReturned',
  'ItemSuspended',
  'ItemResumed',
  'DraftResultSubmitted',
  'ResultSubmitted',
  'ResultAccepted',
  'ResultReturned',
  'EvaluationConcluded',
  'ItemClosed',
  'LookBackScheduled',
  'LookBackPassed',
  'RelapseFound',
  'ItemReopened',
  'ItemMerged',
  'ItemWithdrawn',
  'ItemImportTakenBack',
]);

export const walkedSteps = (events: readonly EventView[], itemId: string): readonly EventView[] =>
  events.filter(({ type, itemIds }) => MOVING.has(type) && itemIds.includes(itemId));
