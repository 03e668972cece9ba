import type { EventReader, StoredEvent } from '@duban/event-store';

/** A stream's events in order, by pages; `to` is inclusive. */
export const readWholeStream = async (
  reader: EventReader,
  stream: string,
  { from = 0, to = Number.MAX_SAFE_INTEGER }: { readonly from?: number; readonly to?: number } = {},
): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (let next: number | null = from; next !== null && next <= to;) {
    const page = await reader.readStream(stream, { from: next });
    events.push(...page.events.filter(({ revision }) => revision <= to));
    next = page.next;
  }
  return events;
};
