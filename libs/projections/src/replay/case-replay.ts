import type { OpenedCase } from '@duban/domain';
import { CodedError } from '@duban/kernel';
import type { Language, StateDifference } from '@duban/contracts';
import { entriesUntil, foldEntries, foldOnto, type FoldedCase, type Until } from '../fold/fold-case.ts';
import { entryOf, type LoggedFact, type LogEntry } from '../fold/log-entry.ts';
import { emptyDocument, type StreamDocument } from '../fold/stream-document.ts';
import { diffStates } from './diff-states.ts';

/** Between two snapshots; folding this many events takes a few milliseconds. */
const EVERY = 256;

/** A case whose whole history is at hand: any revision or instant, and what lies between two of them. */
export type CaseReplay = {
  /** Number of events; revisions run from 0 to one less. */
  readonly length: number;
  /** Null where the case did not exist yet. */
  readonly at: (until?: Until) => FoldedCase | null;
  readonly difference: (
    from: Until | 'nothing',
    to: Until | undefined,
    language: Language,
    /** What of each state is compared; all of it unless said. */
    seen?: (state: OpenedCase) => OpenedCase,
  ) => readonly StateDifference[];
};

const foldedOf = (document: StreamDocument | null, last: LogEntry | undefined): FoldedCase | null => {
  if (document?.category !== 'case' || document.state.status === 'unopened' || last === undefined)
    return null;
  return { document, state: document.state, last: last.stored };
};

/** The documents after every so many events. Folds share what did not change, so a snapshot is small. */
const snapshotsOf = (entries: readonly LogEntry[]): readonly StreamDocument[] => {
  const [first] = entries;
  if (first === undefined) return [];
  const snapshots = [emptyDocument(first.stored.stream, first.ordinal)];
  for (let from = 0; from < entries.length; from += EVERY) {
    const before = snapshots.at(-1);
    if (before !== undefined) snapshots.push(foldOnto(before, entries.slice(from, from + EVERY)));
  }
  return snapshots;
};

const isPrefix = (entries: readonly LogEntry[], all: readonly LogEntry[]): boolean =>
  entries.at(-1) === all[entries.length - 1];

/**
 * Reads each event once and answers from snapshots: whatever moment is a beginning of the log (every revision, every
 * instant of recording, most legal ones) costs one short fold; others are folded anew.
 * @throws CodedError `replay.not-whole` when the events are not one whole stream from its first one
 */
export const caseReplay = (events: readonly LoggedFact[]): CaseReplay => {
  const gap = events.findIndex(({ revision, stream }, at) => revision !== at || stream !== events[0]?.stream);
  if (gap !== -1) throw new CodedError('replay.not-whole', `event ${gap} of the history is not the next one`);
  const all = events.map((stored) => entryOf(stored, stored.revision + 1));
  const snapshots = snapshotsOf(all);

  const first = (count: number): StreamDocument | null => {
    const at = Math.floor(count / EVERY);
    const snapshot = snapshots[at];
    return snapshot === undefined ? null : foldOnto(snapshot, all.slice(at * EVERY, count));
  };

  const at = (until?: Until): FoldedCase | null => {
    const entries = entriesUntil(all, until);
    const document = isPrefix(entries, all) ? first(entries.length) : foldEntries(entries);
    return foldedOf(document, entries.at(-1));
  };

  const stateAt = (until: Until | undefined): OpenedCase | null => at(until)?.state ?? null;
  return {
    length: all.length,
    at,
    difference: (from, to, language, seen = (state) => state) => {
      const [before, after] = [from === 'nothing' ? null : stateAt(from), stateAt(to)];
      return diffStates(before && seen(before), after && seen(after), language);
    },
  };
};
