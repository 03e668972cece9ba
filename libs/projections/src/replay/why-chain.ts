import type { ChainedEvent, ChainLink, Reason } from '@duban/contracts';
import { entryOf, type LoggedFact, type LogEntry } from '../fold/log-entry.ts';
import { laterMembersOf } from '../fold/later-members-of.ts';
import { conclusionGround } from './conclusion-ground.ts';
import { timersOf } from './timers.ts';

const reasonOf = (
  { metadata }: LoggedFact,
  byId: ReadonlyMap<string, LogEntry>,
  commands: ReadonlySet<string>,
): Reason => {
  const { causationId, commandId, actor } = metadata;
  const cause = byId.get(causationId);
  if (cause !== undefined) return { kind: 'event', id: causationId, revision: cause.event.revision };
  if (causationId !== commandId && !commands.has(causationId)) return { kind: 'elsewhere', id: causationId };
  return actor.role === 'system' ? { kind: 'clock' } : { kind: 'person' };
};

/** Commands by what led to them: an event, or another command. */
const commandsByCause = (entries: readonly LogEntry[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { causationId, commandId } of entries.map(({ stored }) => stored.metadata)) {
    if (causationId === commandId) continue;
    const led = found.get(causationId) ?? new Set();
    found.set(causationId, led.add(commandId));
  }
  return found;
};

/**
 * The history of a case as commands, what each wrote, the timers that it set going, and what came of them: causation is read
 * from the events' metadata, never guessed from their order. Refused commands wrote nothing and are not here.
 */
export const whyChain = (events: readonly LoggedFact[]): readonly ChainLink[] => {
  const entries = events.map((stored) => entryOf(stored, stored.revision + 1));
  const byId = new Map(entries.map((entry) => [entry.event.id, entry]));
  const byCommand = Map.groupBy(entries, ({ stored }) => stored.metadata.commandId);
  const led = commandsByCause(entries);
  const commands = new Set(byCommand.keys());
  const timers = timersOf(entries);
  return [...byCommand].flatMap(([commandId, wrote]): readonly ChainLink[] => {
    const stored = wrote[0]?.stored;
    if (stored === undefined) return [];
    const { correlationId, actor, onBehalfOf, basis, ruleSet, calendar } = stored.metadata;
    const chained = wrote.map((entry): ChainedEvent => {
      const { id, revision, type } = entry.event;
      return { id, revision, type, timers: timers.get(id) ?? [], restsOn: conclusionGround(entry, byId) };
    });
    const because = reasonOf(stored, byId, commands);
    const causes = [commandId, ...chained.map(({ id }) => id)];
    const ledTo = [...new Set(causes.flatMap((cause) => [...(led.get(cause) ?? [])]))];
    const grounds = { actor, onBehalfOf, basis, ...laterMembersOf(stored.metadata), ruleSet, calendar };
    return [{ commandId, correlationId, ...grounds, because, events: chained, ledTo }];
  });
};

/** The way from the first cause to one event, the event's own command last; empty when there is no such event. */
export const wayTo = (chain: readonly ChainLink[], eventId: string): readonly ChainLink[] => {
  const linkOf = (id: string): ChainLink | undefined =>
    chain.find(({ events }) => events.some((event) => event.id === id));
  const way: ChainLink[] = [];
  let link = linkOf(eventId);
  while (link !== undefined && !way.includes(link)) {
    way.unshift(link);
    link = link.because.kind === 'event' ? linkOf(link.because.id) : undefined;
  }
  return way;
};
