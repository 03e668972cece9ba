import type { AppendResult, EncodedAppend, ExpectedRevision, StoredEvent } from '@duban/event-store';
import type { Appender } from './appender.ts';
import { Backoff } from './backoff.ts';
import { damaged, unavailable } from './client-faults.ts';
import { Gate } from './gate.ts';
import type { HistoryShelf } from './history-shelf.ts';
import { Lanes } from './lanes.ts';
import type { Timeouts } from './esdb-options.ts';
import { checkIds } from './stored-form.ts';
import type { StreamReader } from './stream-reader.ts';
import type { Deed, StreamHistory } from './stream-history.ts';

export type WriterParts = {
  readonly appender: Appender;
  readonly reader: StreamReader;
  readonly shelf: HistoryShelf;
  readonly timeouts: Timeouts;
  readonly appendsAtOnce: number;
};

/** One append on its way. `isSent`: a try of it ended without an answer. */
type Way = {
  readonly append: EncodedAppend;
  readonly expected: ExpectedRevision;
  readonly writeId: string;
  isSent: boolean;
};

const revisionOf = (expected: number | 'no-stream'): number | null =>
  expected === 'no-stream' ? null : expected;

/** Whether the history is enough to send at once; if it is not, or is out of date, the server says so. */
const isEnough = (history: StreamHistory, expected: ExpectedRevision): boolean => {
  if (expected === 'no-stream') return history.tail === null;
  return history.isKnown && (expected === 'any' || history.tail === expected);
};

/**
 * Decides about appends from the commands that a stream holds. Appends of one stream go one after the other. Each is
 * sent at an exact revision, so a try without an answer can be looked for and sent again: wherever the stream stands
 * afterwards, its events are written once or not at all.
 */
export class EsdbWriter {
  readonly #parts: WriterParts;
  readonly #lanes = new Lanes();
  readonly #gate: Gate;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#gate = new Gate(parts.appendsAtOnce);
  }

  get waiting(): number {
    return this.#gate.inside;
  }

  append(append: EncodedAppend, expected: ExpectedRevision): Promise<AppendResult> {
    checkIds(append);
    return this.#lanes.run(append.stream, () =>
      this.#gate.pass(() =>
        this.#decide({ append, expected, writeId: globalThis.crypto.randomUUID(), isSent: false }),
      ),
    );
  }

  drained(): Promise<void> {
    return this.#lanes.drained();
  }

  async #decide(way: Way): Promise<AppendResult> {
    const { reader, shelf, timeouts } = this.#parts;
    const { stream } = way.append;
    const history = shelf.of(stream);
    const until = performance.now() + timeouts.patienceMs;
    const backoff = new Backoff(timeouts.longestPauseMs);
    let isFresh = isEnough(history, way.expected);
    for (;;) {
      if (!isFresh) await reader.refresh(stream, history);
      const result = this.#known(way, history) ?? (await this.#send(way, history));
      if (typeof result !== 'string') return result;
      if (performance.now() > until) throw givenUp(way, result);
      isFresh = false;
      await backoff.pause();
    }
  }

  /** The answer that the history alone gives. */
  #known(way: Way, history: StreamHistory): Promise<AppendResult> | AppendResult | null {
    const { append, expected } = way;
    const deed = history.find(append.commandId);
    if (deed !== undefined) return this.#done(way, deed, history);
    if (expected === 'any' || history.tail === revisionOf(expected)) return null;
    return { outcome: 'conflict', expected, actual: history.tail };
  }

  /** Answers why it has to be done again as a text. */
  async #send(way: Way, history: StreamHistory): Promise<AppendResult | string> {
    const fate = await this.#parts.appender.try(way.append, way.writeId, history.tail);
    switch (fate.kind) {
      case 'written':
        return this.#acknowledged(way, history, fate.tail);
      case 'conflict':
        return 'others write to this stream all the time';
      case 'refused':
        throw fate.fault;
      case 'reset':
      case 'unknown':
      case 'no-stream':
        way.isSent = true;
        return fate.text;
    }
  }

  /**
   * The server tells where the last event is; where the others are is read. It also acknowledges what an earlier
   * append of the same command has written, so that only the events themselves say whose they are.
   */
  async #acknowledged({ append, writeId }: Way, history: StreamHistory, tail: number): Promise<AppendResult> {
    const { stream } = append;
    const [first, count] = [(history.tail ?? -1) + 1, append.events.length];
    if (tail !== first + count - 1) {
      throw damaged(`${stream} does not go on where it ended: it was deleted on the server`);
    }
    const events = await this.#parts.reader.eventsOf(stream, { first, count }, history);
    const deed = history.find(append.commandId);
    if (deed?.first !== first) throw damaged(`${stream} holds other events than those acknowledged`);
    return answer(append, { deed, events, writeId });
  }

  async #done({ append, writeId }: Way, deed: Deed, history: StreamHistory): Promise<AppendResult> {
    if (deed.digest !== append.commandDigest) return { outcome: 'key-reused' };
    const events = await this.#parts.reader.eventsOf(append.stream, deed, history);
    return answer(append, { deed, events, writeId });
  }
}

type Found = { readonly deed: Deed; readonly events: readonly StoredEvent[]; readonly writeId: string };

const answer = (append: EncodedAppend, { deed, events, writeId }: Found): AppendResult => {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('an append writes at least one event');
  if (deed.digest !== append.commandDigest) return { outcome: 'key-reused' };
  const outcome = deed.writeId === writeId ? 'appended' : 'repeated';
  return { outcome, events, revision: last.revision, position: last.position };
};

const givenUp = ({ append, isSent }: Way, reason: string) =>
  unavailable(
    isSent
      ? `it is not known whether ${append.stream} was written (${reason}); send the same command again with the same key`
      : `${append.stream} could not be written (${reason}); send the command again`,
  );
