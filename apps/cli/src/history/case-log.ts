import { LOG_START } from '@duban/kernel';
import { readWholeStream, type EventReader, type StoredEvent } from '@duban/event-store';
import type { Progress } from '../output/progress.ts';

const PAGE = 512;

/** Every event of these types, in the order of the log. */
export async function* eventsOfTypes(
  reader: EventReader,
  types: readonly string[],
): AsyncGenerator<StoredEvent> {
  const head = await reader.head();
  for (let after = LOG_START; after !== head;) {
    const page = await reader.readLog({ after, types, limit: PAGE });
    yield* page.events;
    if (page.events.length === 0 && page.next === after) return;
    after = page.next;
  }
}

/** Every case in the order of opening, one in memory at a time. */
export async function* casesOf(
  reader: EventReader,
  progress: Progress,
): AsyncGenerator<readonly StoredEvent[]> {
  const opened: string[] = [];
  for await (const { stream } of eventsOfTypes(reader, ['CaseOpened'])) opened.push(stream);
  for (const [done, stream] of opened.entries()) {
    yield await readWholeStream(reader, stream);
    progress.at(done + 1, opened.length);
  }
  progress.end();
}

/** `DB-2026-001` and `case-DB-2026-001` are the same case. */
export const streamOf = (caseId: string): string => (caseId.startsWith('case-') ? caseId : `case-${caseId}`);
