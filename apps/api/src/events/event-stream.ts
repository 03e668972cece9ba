import type { ServerResponse } from 'node:http';
import type { Position } from '@duban/kernel';
import type { EventFeed, FeedEntry } from '../composition/event-feed.ts';

export type StreamTimes = {
  /** A comment now and then keeps proxies from closing a quiet connection. */
  readonly heartbeatMs: number;
  /** How long a client may leave what was sent to it unread. */
  readonly patienceMs: number;
};

export const STREAM_TIMES: StreamTimes = { heartbeatMs: 15_000, patienceMs: 30_000 };

export type StreamQuestion = {
  readonly from: Position;
  readonly wants: (entry: FeedEntry) => boolean;
  /** What the asker may have of an event; null: nothing. */
  readonly textOf: (entry: FeedEntry) => string | null;
  readonly times: StreamTimes;
  /** When the asker's token ends, in milliseconds since 1970: nobody is told more on its strength. */
  readonly until: number;
  /** Waited for before events leave; where it fails, they do not. */
  readonly beforeShown?: () => Promise<void>;
};

const messageOf = (entry: FeedEntry, { textOf }: StreamQuestion): string => {
  const text = textOf(entry);
  if (text === null) return '';
  const id = entry.place === null ? '' : `id: ${entry.place}\n`;
  return `${id}event: ${entry.event.type}\ndata: ${text}\n\n`;
};

/** What a timer takes at the most; a longer one would fire at once. A stream that is this old begins anew. */
const LONGEST_TIMER_MS = 2_147_483_647;

const leftUntil = (until: number): number => Math.min(Math.max(until - Date.now(), 0), LONGEST_TIMER_MS);

/** Opened by whatever a stream waits for. Opening it when nobody waits lets the next one through at once. */
class Gate {
  #isOpen = false;
  #pass: (() => void) | null = null;

  readonly open = (): void => {
    this.#isOpen = true;
    this.#pass?.();
  };

  readonly shut = (): void => {
    this.#isOpen = false;
  };

  async wait(): Promise<void> {
    if (this.#isOpen) return;
    await new Promise<void>((resolve) => {
      this.#pass = resolve;
    });
    this.#pass = null;
  }
}

/**
 * Sends events to one client, page by page: the next page is only taken once the client's socket has room, so a client
 * costs one page of memory however slow it is, and one that stops reading is cut off. It resumes by `Last-Event-ID`.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #feed: EventFeed;
  readonly #question: StreamQuestion;
  readonly #news = new Gate();
  readonly #room = new Gate();
  #ended = false;

  constructor(response: ServerResponse, feed: EventFeed, question: StreamQuestion) {
    this.#response = response;
    this.#feed = feed;
    this.#question = question;
    response.on('close', this.#end).on('error', this.#end).on('drain', this.#room.open);
  }

  /** Until the client goes, its token ends, the feed closes, or the client has stopped reading: that is `dropped`. */
  async run(): Promise<'ended' | 'dropped'> {
    const stop = this.#feed.follow(this.#news.open, this.#end);
    const end = setTimeout(this.#end, leftUntil(this.#question.until)).unref();
    const heartbeat = setInterval(this.#beat, this.#question.times.heartbeatMs).unref();
    try {
      return await this.#pump();
    } finally {
      clearTimeout(end);
      clearInterval(heartbeat);
      stop();
      this.#response.end();
    }
  }

  async #pump(): Promise<'ended' | 'dropped'> {
    let position = this.#question.from;
    while (!this.#ended && Date.now() < this.#question.until) {
      this.#news.shut();
      const page = await this.#feed.after(position);
      position = page.next;
      const wanted = page.entries.filter(this.#question.wants);
      await this.#send(wanted.map((entry) => messageOf(entry, this.#question)).join(''));
      if (this.#isStuck()) {
        this.#response.destroy();
        return 'dropped';
      }
      if (page.isEnd) await this.#news.wait();
    }
    return 'ended';
  }

  async #send(text: string): Promise<void> {
    if (text === '' || this.#ended) return;
    await this.#question.beforeShown?.();
    this.#room.shut();
    if (this.#response.write(text)) return;
    const patience = setTimeout(this.#room.open, this.#question.times.patienceMs).unref();
    await this.#room.wait();
    clearTimeout(patience);
  }

  #isStuck(): boolean {
    return !this.#ended && this.#response.writableNeedDrain;
  }

  readonly #beat = (): void => {
    if (!this.#response.writableNeedDrain) this.#response.write(': still here\n\n');
  };

  readonly #end = (): void => {
    this.#ended = true;
    this.#news.open();
    this.#room.open();
  };
}
