import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { ExportedEvent, ExportSource } from './exported-event.ts';

/** What an export needs of an event store: structurally the store port's `EventReader`. */
export type PagedLog = {
  readonly head: () => Promise<Position>;
  readonly readLog: (options: { readonly after: Position; readonly limit: number }) => Promise<{
    readonly events: readonly ExportedEvent[];
    readonly next: Position;
  }>;
  readonly readStream: (
    stream: string,
    options: { readonly from: number; readonly limit: number },
  ) => Promise<{ readonly events: readonly ExportedEvent[]; readonly next: number | null }>;
};

const PAGE = 512;

const until = (events: readonly ExportedEvent[], head: Position): readonly ExportedEvent[] =>
  events.filter(({ position }) => comparePositions(position, head) <= 0);

async function* logUntil(reader: PagedLog, head: Position): AsyncGenerator<ExportedEvent> {
  let after: Position = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await reader.readLog({ after, limit: PAGE });
    yield* until(page.events, head);
    after = page.next;
  }
}

async function* streamUntil(reader: PagedLog, stream: string, head: Position): AsyncGenerator<ExportedEvent> {
  for (let from: number | null = 0; from !== null;) {
    const page = await reader.readStream(stream, { from, limit: PAGE });
    yield* until(page.events, head);
    from = page.next;
  }
}

/**
 * The log as it ends now, or at a named position: events that are written while an export runs are in no pass of it, so
 * that the same position gives the same bytes.
 */
export const exportSource = async (reader: PagedLog, end?: Position): Promise<ExportSource> => {
  const head = end ?? (await reader.head());
  return {
    log: () => logUntil(reader, head),
    stream: (name) => streamUntil(reader, name, head),
  };
};
