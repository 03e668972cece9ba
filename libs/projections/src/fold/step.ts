import type { Step } from '../projection.ts';
import { itemChanges } from './item-changes.ts';
import type { LogEntry } from './log-entry.ts';
import { evolveDocument, type StreamDocument } from './stream-document.ts';

/** One event folded into its stream's document, ready for every projection. Pure. */
export const stepOf = (before: StreamDocument, entry: LogEntry): Step => {
  const after = evolveDocument(before, entry);
  return { entry, before, after, items: itemChanges(before, after) };
};
