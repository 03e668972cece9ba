import { setImmediate as breathe } from 'node:timers/promises';
import { LOG_START, type Position } from '@duban/kernel';
import { readWholeStream, type EventReader, type StoredEvent } from '@duban/event-store';

const PAGE = 512;
/** After so many cases others get their turn: folding is work that nothing interrupts. */
const TURN = 16;

/** A case with its events, and the place in the log after which it was opened: reading goes on there. */
export type LoggedCase = { readonly events: readonly StoredEvent[]; readonly opened: Position };

export type CasesAsked = {
  /** After this place in the log; its start unless said. */
  readonly from?: Position;
  /** Streams of cases that are not there for the asker. */
  readonly without: readonly string[];
};

/** Every case that the asker may know of, in the order of opening. */
export async function* casesFrom(
  reader: EventReader,
  { from = LOG_START, without }: CasesAsked,
): AsyncGenerator<LoggedCase> {
  const head = await reader.head();
  let count = 0;
  for (let after = from; after !== head;) {
    const page = await reader.readLog({ after, types: ['CaseOpened'], limit: PAGE });
    for (const { stream, position } of page.events) {
      if (without.includes(stream)) continue;
      yield { events: await readWholeStream(reader, stream), opened: position };
      count += 1;
      if (count % TURN === 0) await breathe();
    }
    if (page.events.length === 0 && page.next === after) return;
    after = page.next;
  }
}
