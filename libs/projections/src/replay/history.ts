import { ownEntry } from '@duban/domain';
import { eventTexts, tellEvent, type Language, type FactKind, type ToldFact } from '@duban/contracts';
import type { NameOf } from '@duban/domain/texts';
import { itemIdsOf } from '../audit-trail/item-ids.ts';
import { entriesUntil, foldEntries, type Until } from '../fold/fold-case.ts';
import { entryOf, type LoggedFact, type LogEntry } from '../fold/log-entry.ts';
import { laterMembersOf } from '../fold/later-members-of.ts';
import { lateDays } from './late-days.ts';

const isImported = ({ event }: LogEntry): boolean =>
  event.type === 'ItemImported' || event.type === 'ItemImportTakenBack';

/** The opening of a case that a register's first row made is imported with it. */
const importedCommands = (entries: readonly LogEntry[]): ReadonlySet<string> =>
  new Set(entries.filter(isImported).map(({ stored }) => stored.metadata.commandId));

/** Who proposes changes nothing yet. */
const CORRECTED: readonly string[] = ['EventCorrected', 'CorrectionConfirmed'];

const kindOf = (entry: LogEntry, imported: ReadonlySet<string>, late: number): FactKind => {
  if (imported.has(entry.stored.metadata.commandId)) return 'imported';
  if (CORRECTED.includes(entry.event.type)) return 'correction';
  if (entry.event.actor.role === 'system') return 'clock';
  return late > 0 ? 'late' : 'observed';
};

type Corrections = {
  readonly targetOf: ReadonlyMap<string, number>;
  readonly correctionsOf: ReadonlyMap<string, readonly number[]>;
};

const correctionsIn = (entries: readonly LogEntry[]): Corrections => {
  const revisions = new Map(entries.map(({ event }) => [event.id, event.revision]));
  const targetOf = new Map<string, number>();
  const correctionsOf = new Map<string, readonly number[]>();
  for (const { event } of entries) {
    if (event.type !== 'EventCorrected' && event.type !== 'CorrectionConfirmed') continue;
    const { targetEventId } = event.data;
    const target = revisions.get(targetEventId);
    if (target !== undefined) targetOf.set(event.id, target);
    correctionsOf.set(targetEventId, [...(correctionsOf.get(targetEventId) ?? []), event.revision]);
  }
  return { targetOf, correctionsOf };
};

/** Items go by the title they have by then, unless the asker's names say otherwise. */
const namesAt = (entries: readonly LogEntry[], nameOf: NameOf): NameOf => {
  const document = foldEntries(entries);
  const items =
    document?.category === 'case' && document.state.status !== 'unopened' ? document.state.items : {};
  return (reference) => nameOf(reference) ?? ownEntry(items, reference)?.title;
};

export type Asked = {
  readonly language: Language;
  readonly until?: Until;
  readonly nameOf?: NameOf;
};

/**
 * The events that make a case what it is at a moment, each as one sentence, in log order. Nothing is left out and nothing is
 * smoothed: late facts say how late they are, corrections name what they correct, imported history is marked.
 */
export const historyOf = (events: readonly LoggedFact[], asked: Asked): readonly ToldFact[] => {
  const { language, until, nameOf = () => undefined } = asked;
  const all = events.map((stored) => entryOf(stored, stored.revision + 1));
  const entries = entriesUntil(all, until);
  const imported = importedCommands(entries);
  const { targetOf, correctionsOf } = correctionsIn(entries);
  const names = namesAt(entries, nameOf);
  return entries.map((entry) => {
    const { event, stored } = entry;
    const late = lateDays(entry);
    return {
      ...{ revision: event.revision, id: event.id, type: event.type, schemaVersion: stored.schemaVersion },
      label: eventTexts[event.type].label[language],
      sentence: tellEvent(event, language, names),
      kind: kindOf(entry, imported, late),
      itemIds: [...new Set(itemIdsOf(stored.data))],
      actor: event.actor,
      onBehalfOf: stored.metadata.onBehalfOf,
      ...laterMembersOf(stored.metadata),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      lateDays: late,
      corrects: targetOf.get(event.id) ?? null,
      correctedBy: correctionsOf.get(event.id) ?? [],
    };
  });
};
