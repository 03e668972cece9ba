import { eventSeenBy } from '@duban/contracts';
import type { Position } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { translate, type CloudEvent, type RestrictedCases } from '@duban/messaging';

/** A public event, ready to be sent: translated and turned into text once, however many follow. */
export type FeedEntry = {
  readonly event: CloudEvent;
  readonly text: string;
  /** The same without what people wrote: for whoever has no part in the matter. The same text where there is none in it, null where nothing is told. */
  readonly skeleton: string | null;
  /** Its case has results that are withheld. */
  readonly isRestricted: boolean;
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

const skeletonOf = (stored: StoredEvent, tenant: string, text: string): string | null => {
  const seen = eventSeenBy(stored, 'analysis');
  if (seen === stored) return text;
  const message = seen === null ? 'private' : translate(seen, tenant);
  return message === 'private' ? null : JSON.stringify(message.event);
};

const readPage = async ({ reader, tenant, restricted }: FeedSource, after: Position): Promise<FeedPage> => {
  const page = await reader.readLog({ after, limit: PAGE });
  await restricted.upToNow();
  const entries = page.events.flatMap((stored): readonly FeedEntry[] => {
    const message = translate(stored, tenant);
    if (message === 'private') return [];
    const { event } = message;
    const text = JSON.stringify(event);
    const skeleton = skeletonOf(stored, tenant, text);
    return [{ event, text, skeleton, isRestricted: restricted.has(stored.stream) }];
  });
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
