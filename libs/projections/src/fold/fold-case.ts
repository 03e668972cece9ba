import type { OpenedCase } from '@duban/domain';
import type { TimeAxis } from '@duban/kernel';
import { entryOf, epochMs, type LoggedFact, type LogEntry } from './log-entry.ts';
import { emptyDocument, evolveDocument, type CaseDocument, type StreamDocument } from './stream-document.ts';

/** How far to fold: to a revision, or to an instant on one of the two time axes; all of it when absent. */
export type Until = { readonly version: number } | { readonly asOf: string; readonly by: TimeAxis };

export type FoldedCase = {
  readonly document: CaseDocument;
  readonly state: OpenedCase;
  /** The last event that was folded. */
  readonly last: LoggedFact;
};

/**
 * The events that count at a moment, in log order. On the occurred axis the opening counts as soon as anything else of the
 * case does: the folder is not younger than what lies in it.
 */
export const entriesUntil = (entries: readonly LogEntry[], until?: Until): readonly LogEntry[] => {
  if (until === undefined) return entries;
  if ('version' in until) return entries.filter(({ event }) => event.revision <= until.version);
  const limit = epochMs(until.asOf);
  if (until.by === 'recorded') return entries.filter(({ recordedMs }) => recordedMs <= limit);
  const past = entries.filter(({ occurredMs }) => occurredMs <= limit);
  const [opening] = entries;
  return past.length === 0 || opening === undefined || past[0] === opening ? past : [opening, ...past];
};

/** A document with the next entries of its stream on top of it. */
export const foldOnto = (document: StreamDocument, entries: readonly LogEntry[]): StreamDocument =>
  entries.reduce(evolveDocument, document);

/**
 * Calls back with each entry and the stream just before it; answers the stream after all of them. On the occurred axis events are
 * left out, so that revisions are counted anew for the fold.
 */
export const foldEach = (
  entries: readonly LogEntry[],
  see: (entry: LogEntry, before: StreamDocument) => void,
): StreamDocument | null => {
  const [first] = entries;
  if (first === undefined) return null;
  return entries.reduce<StreamDocument>(
    (document, entry, revision) => {
      see(entry, document);
      return evolveDocument(document, { ...entry, event: { ...entry.event, revision } });
    },
    emptyDocument(first.stored.stream, first.ordinal),
  );
};

export const foldEntries = (entries: readonly LogEntry[]): StreamDocument | null =>
  foldEach(entries, () => undefined);

/**
 * A case at a moment, from its whole stream in order; null where it did not exist yet. Pure, shared by read models, queries
 * and `duban replay`. Each event is decoded to its newest version first.
 */
export const foldCase = (events: readonly LoggedFact[], until?: Until): FoldedCase | null => {
  const entries = entriesUntil(
    events.map((stored) => entryOf(stored, stored.revision + 1)),
    until,
  );
  const document = foldEntries(entries);
  const last = entries.at(-1);
  if (document?.category !== 'case' || document.state.status === 'unopened' || last === undefined)
    return null;
  return { document, state: document.state, last: last.stored };
};
