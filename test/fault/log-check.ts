import { comparePositions, LOG_START } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';

/** The whole log as a fresh reader finds it. */
export const readLogFile = async (file: string): Promise<StoredEvent[]> => {
  const store = await openSqliteStore({ file, readOnly: true });
  const events: StoredEvent[] = [];
  for (let after = LOG_START; comparePositions(after, await store.head()) < 0;) {
    const page = await store.readLog({ after, limit: 5_000 });
    events.push(...page.events);
    after = page.next;
  }
  await store.close();
  return events;
};

const numberIn = (position: string): number => Number(position.slice(position.indexOf('.') + 1));

/** What is wrong with a log, checked from its events alone; empty when nothing is. */
export const faultsOf = (events: readonly StoredEvent[], acknowledged: ReadonlySet<string>): string[] => {
  const faults: string[] = [];
  const revisions = new Map<string, number>();
  const perCommand = new Map<string, StoredEvent[]>();
  const ids = new Set<string>();
  for (const [index, event] of events.entries()) {
    if (numberIn(event.position) !== index + 1) faults.push(`position ${event.position} is not ${index + 1}`);
    const revision = (revisions.get(event.stream) ?? -1) + 1;
    if (event.revision !== revision)
      faults.push(`${event.stream} has ${event.revision} where ${revision} follows`);
    revisions.set(event.stream, event.revision);
    if (ids.has(event.id)) faults.push(`event ${event.id} is there twice`);
    ids.add(event.id);
    if (event.metadata.recordedAt < (events[index - 1]?.metadata.recordedAt ?? ''))
      faults.push('time runs backwards');
    const { commandId } = event.metadata;
    perCommand.set(commandId, [...(perCommand.get(commandId) ?? []), event]);
  }
  for (const [commandId, own] of perCommand) {
    const indexes = own.map(({ data }) => Number(data['index'])).join();
    const whole = Array.from({ length: Number(own[0]?.data['count']) }, (_, index) => index).join();
    if (indexes !== whole) faults.push(`command ${commandId} has the events ${indexes} of ${whole}`);
  }
  for (const commandId of acknowledged) {
    if (!perCommand.has(commandId)) faults.push(`command ${commandId} was acknowledged and is lost`);
  }
  return faults;
};
