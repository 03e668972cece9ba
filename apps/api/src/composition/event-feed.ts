import { eventSeenBy } from '@duban/contracts';
import type { Position } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';
import {
  publicMessagesOf,
  translate,
  type CloudEvent,
  type RestrictedCases,
  type ToldMessage,
} from '@duban/messaging';

/** A public event, ready to be sent: translated and turned into text once, however many follow. */
export type FeedEntry = {
  readonly event: CloudEvent;
  readonly text: string;
  /** The same without what people wrote: for whoever has no part in the matter. The same text where there is none in it, null where nothing is told. */
  readonly skeleton: string | null;
  /** Its case has results that are withheld. */
  readonly isWithheld: boolean;
  /** `office`: those to whom a restriction shuts nothing; `others`: what they are told in its place, or after it. */
  readonly for: 'everybody' | 'office' | 'others';
  /** Where a stream that ends behind it goes on; null: it belongs to the entry that follows. */
  readonly place: Position | null;
};

export type FeedPage = {
  readonly entries: readonly FeedEntry[];
  readonly next: Position;
  readonly isEnd: boolean;
};

export type EventFeed = {
  /** What comes after a position. Followers at the same place share one page: 1,000 of them cost one read. */
  readonly after: (position: Position) => Promise<FeedPage>;
  readonly head: () => Promise<Position>;
  /** Calls back when there may be more; answers the function that ends it. Ended followers are counted out. */
  readonly follow: (wake: () => void, end: () => void) => () => void;
  readonly clients: () => number;
  /** Ends every follower. */
  readonly close: () => void;
};

const PAGE = 64;
/** Pages of followers that are on their way through the past; each is small and re-read when it is gone. */
const KEPT_PAGES = 32;

type FeedSource = {
  readonly reader: EventReader;
  readonly tenant: string;
  readonly restricted: RestrictedCases;
};

/** The message without what people wrote; a marker holds nothing of that kind. */
const skeletonOf = ({ stored, event, told }: ToldMessage, text: string, tenant: string): string | null => {
  const seen = told === 'marker' ? stored : eventSeenBy(stored, 'analysis');
  if (seen === stored) return text;
  const message = seen === null ? 'private' : translate(seen, tenant);
  return message === 'private' ? null : JSON.stringify({ ...event, data: message.event.data });
};

const entryOf = (
  told: ToldMessage,
  more: Pick<FeedEntry, 'for' | 'place'>,
  { tenant, restricted }: FeedSource,
): FeedEntry => {
  const { event, stored } = told;
  const text = JSON.stringify(event);
  const skeleton = skeletonOf(told, text, tenant);
  return { event, text, skeleton, isWithheld: restricted.isWithheld(stored.stream), ...more };
};

/** Who has the case open reads each event in its place; the others read markers, and later what was held back. */
const entriesOf = async (stored: StoredEvent, source: FeedSource): Promise<readonly FeedEntry[]> => {
  const messages = await publicMessagesOf(stored, source);
  const { position } = stored;
  return messages.flatMap((told): readonly FeedEntry[] => {
    switch (told.told) {
      case 'as-it-is':
        return [entryOf(told, { for: 'everybody', place: position }, source)];
      case 'released':
        return [entryOf(told, { for: 'others', place: null }, source)];
      case 'marker': {
        const itself = translate(stored, source.tenant);
        const whole = itself === 'private' ? [] : [{ ...itself, stored, told: 'as-it-is' as const }];
        return [
          ...whole.map((each) => entryOf(each, { for: 'office', place: position }, source)),
          entryOf(told, { for: 'others', place: position }, source),
        ];
      }
    }
  });
};

const readPage = async (source: FeedSource, after: Position): Promise<FeedPage> => {
  const page = await source.reader.readLog({ after, limit: PAGE });
  await source.restricted.upToNow();
  const entries: FeedEntry[] = [];
  for (const stored of page.events) entries.push(...(await entriesOf(stored, source)));
  return { entries, next: page.next, isEnd: page.events.length < PAGE };
};

export const eventFeed = (source: FeedSource): EventFeed => {
  const { reader } = source;
  const pages = new Map<Position, Promise<FeedPage>>();
  const followers = new Map<symbol, { readonly wake: () => void; readonly end: () => void }>();
  const stopListening = reader.onAppended(() => {
    pages.clear();
    for (const { wake } of followers.values()) wake();
  });
  const keep = (position: Position, page: Promise<FeedPage>): Promise<FeedPage> => {
    const oldest = pages.size >= KEPT_PAGES ? pages.keys().next().value : undefined;
    if (oldest !== undefined) pages.delete(oldest);
    pages.set(position, page);
    page.catch(() => pages.delete(position));
    return page;
  };
  return {
    after: (position) => pages.get(position) ?? keep(position, readPage(source, position)),
    head: () => reader.head(),
    follow: (wake, end) => {
      const key = Symbol('follower');
      followers.set(key, { wake, end });
      return () => {
        followers.delete(key);
      };
    },
    clients: () => followers.size,
    close: () => {
      stopListening();
      for (const { end } of [...followers.values()]) end();
      followers.clear();
    },
  };
};
