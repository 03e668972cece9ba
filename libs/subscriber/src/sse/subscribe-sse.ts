import { CodedError } from '@duban/kernel';
import { parseEvent } from '../public-event.ts';
import type { Subscription, Watch } from '../subscription.ts';
import { type Session, type SessionContext, supervise, SUPERVISION, type Supervision } from '../supervise.ts';
import { type Consumer, takeIn } from '../take-in.ts';
import { SseCutter, type SseMessage } from './sse-messages.ts';

export type SseOptions<Tx> = Consumer<Tx> & {
  /** Of the API's `/events`, with `types` or `caseId` if wanted. */
  readonly url: string | URL;
  /** Asked for anew before each connection, because tokens run out; null: none is sent. */
  readonly token?: () => string | null | Promise<string | null>;
  /** Where a lane begins that the inbox knows nothing of; default `start`. `after`: a position of the log. */
  readonly begin?: 'start' | 'now' | { readonly after: string };
  readonly watch?: Watch;
  readonly supervision?: Partial<Supervision>;
};

/** Worth another try: too early, too often, or the server's own trouble. */
const RETRIED = [408, 425, 429];

/** What `Last-Event-ID` has to say: empty is the start of the log, and none at all means "from now on". */
const lastEventId = (begin: SseOptions<unknown>['begin'], place: string | null): string | null => {
  if (place !== null) return place;
  if (begin === 'now') return null;
  return typeof begin === 'object' ? begin.after : '';
};

const headersOf = async <Tx>(options: SseOptions<Tx>, place: string | null): Promise<Headers> => {
  const headers = new Headers({ accept: 'text/event-stream' });
  const last = lastEventId(options.begin, place);
  if (last !== null) headers.set('last-event-id', last);
  const token = (await options.token?.()) ?? null;
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return headers;
};

const connect = async <Tx>(
  options: SseOptions<Tx>,
  place: string | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> => {
  const headers = await headersOf(options, place);
  const response = await fetch(options.url, { headers, signal });
  if (response.status >= 400 && response.status < 500 && !RETRIED.includes(response.status)) {
    throw new CodedError(
      'subscriber.refused',
      `HTTP ${response.status}: ${(await response.text()).slice(0, 500)}`,
    );
  }
  if (response.ok && response.body !== null) return response.body;
  await response.body?.cancel();
  throw new Error(`HTTP ${response.status}`);
};

class SseLane<Tx> {
  readonly #options: SseOptions<Tx>;
  readonly #lane: string;

  constructor(options: SseOptions<Tx>) {
    const { origin, pathname, search } = new URL(options.url);
    this.#options = options;
    this.#lane = `sse:${origin}${pathname}${search}`;
  }

  /** What one chunk of the network brings goes into the inbox in one transaction, before the next chunk is read. */
  readonly session: Session = async (context) => {
    const { signal, alive, record } = context;
    const { inbox } = this.#options;
    let place = await inbox.place(this.#lane);
    const cutter = new SseCutter();
    const decoder = new TextDecoder();
    const body = await connect(this.#options, place, signal);
    record.status = 'running';
    try {
      for await (const bytes of body) {
        alive();
        place = await this.#take(cutter.cut(decoder.decode(bytes, { stream: true })), place, context);
        if (signal.aborted || record.hasEnough) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    throw new Error('the server has ended the stream');
  };

  async #take(
    messages: readonly SseMessage[],
    from: string | null,
    context: SessionContext,
  ): Promise<string | null> {
    const to = messages.at(-1)?.id;
    if (to === undefined || to === null || to === from) return from;
    const events = messages.flatMap(({ data }) => (data === null ? [] : [parseEvent(data)]));
    await takeIn(this.#options, { lane: this.#lane, from, to, events }, context);
    return to;
  }
}

/** Receives over HTTP: the events of the whole log in one order, resumed by `Last-Event-ID`. */
export const subscribeSse = <Tx>(options: SseOptions<Tx>): Subscription =>
  supervise(
    new SseLane(options).session,
    { ...SUPERVISION, ...options.supervision },
    {
      hasLag: false,
      watch: options.watch,
    },
  );
