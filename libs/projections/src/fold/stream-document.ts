import { ownEntry } from '@duban/domain';
import { CodedError } from '@duban/kernel';
import type { LogEntry } from './log-entry.ts';
import { evolveState, initialStateOf, type StatesByCategory, type StreamCategory } from './stream-states.ts';

/** A stream folded up to `revision`, with what its rows need besides the state. Plain JSON: it is stored as such. */
export type DocumentOf<Category extends StreamCategory> = {
  readonly category: Category;
  readonly stream: string;
  /** The stream's name without its kind. */
  readonly id: string;
  /** Ordinal of the stream's first event. */
  readonly key: number;
  readonly revision: number;
  readonly state: StatesByCategory[Category];
  /** Ordinal of the event that first named each item. */
  readonly itemKeys: Readonly<Record<string, number>>;
  /** Date on which a result or a reply was handed in, by `<itemId>#<cycle>`; the state keeps no date for it. */
  readonly handedIn: Readonly<Record<string, string>>;
  readonly latestOccurredMs: number;
  /**
   * Whether legal times follow the log. Otherwise a moment on the occurred axis is not a prefix of the stream, and the
   * stream has to be folded anew for it.
   */
  readonly inOrder: boolean;
};

export type StreamDocument = { [Category in StreamCategory]: DocumentOf<Category> }[StreamCategory];
export type CaseDocument = DocumentOf<'case'>;

const CATEGORIES: readonly string[] = [
  'case',
  'calendar',
  'ruleset',
  'organ',
  'body',
  'meeting',
  'mandate',
  'posts',
  'erasure',
  'import',
];

const categoryOf = (stream: string): StreamCategory => {
  const prefix = stream.slice(0, stream.indexOf('-'));
  return CATEGORIES.includes(prefix) ? (prefix as StreamCategory) : 'other';
};

/** A stream before its first event, which will have this ordinal. */
export const emptyDocument = (stream: string, ordinal: number): StreamDocument => {
  const category = categoryOf(stream);
  return {
    category,
    stream,
    id: stream.slice(stream.indexOf('-') + 1),
    key: ordinal,
    revision: -1,
    state: initialStateOf(category),
    itemKeys: {},
    handedIn: {},
    latestOccurredMs: Number.MIN_SAFE_INTEGER,
    inOrder: true,
  } as StreamDocument;
};

/** An item's first event depends on no other item, so registers may be imported in any order of their dates. */
const startsItem = (type: string): boolean => type === 'ItemImported' || type === 'ItemRegistered';

const withItemKey = (
  { itemKeys }: StreamDocument,
  { event, ordinal }: LogEntry,
): StreamDocument['itemKeys'] => {
  if (event.type !== 'ItemImported' && event.type !== 'ItemRegistered') return itemKeys;
  const { itemId } = event.data;
  return ownEntry(itemKeys, itemId) === undefined ? { ...itemKeys, [itemId]: ordinal } : itemKeys;
};

const withHandedIn = (document: StreamDocument, { event }: LogEntry): StreamDocument['handedIn'] => {
  if (document.category !== 'case' || document.state.status === 'unopened') return document.handedIn;
  const { items } = document.state;
  const note = (itemIds: readonly string[], date: string): StreamDocument['handedIn'] => {
    const places = itemIds.map((itemId) => `${itemId}#${ownEntry(items, itemId)?.cycle?.n ?? 0}`);
    const fresh = places.filter((place) => document.handedIn[place] === undefined);
    return { ...document.handedIn, ...Object.fromEntries(fresh.map((place) => [place, date])) };
  };
  switch (event.type) {
    case 'ResultSubmitted':
      return note(
        event.data.claims.map(({ itemId }) => itemId),
        event.data.submittedOn,
      );
    case 'ReplySent':
      return note([event.data.itemId], event.data.sentOn);
    default:
      return document.handedIn;
  }
};

/**
 * The document after one more event of its stream. Pure; `entry` must be the stream's next one.
 * @throws CodedError `projection.revision-gap`
 */
export const evolveDocument = (document: StreamDocument, entry: LogEntry): StreamDocument => {
  const { revision } = entry.event;
  if (revision !== document.revision + 1) {
    throw new CodedError(
      'projection.revision-gap',
      `${document.stream} is folded up to ${document.revision}, its next event has revision ${revision}`,
    );
  }
  const inTime = entry.occurredMs >= document.latestOccurredMs || startsItem(entry.event.type);
  return {
    ...document,
    revision,
    state: evolveState(document.category, document.state, entry.event),
    itemKeys: withItemKey(document, entry),
    handedIn: withHandedIn(document, entry),
    latestOccurredMs: Math.max(document.latestOccurredMs, entry.occurredMs),
    inOrder: document.inOrder && inTime,
  } as StreamDocument;
};
