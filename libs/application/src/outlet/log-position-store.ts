import { randomUUID } from 'node:crypto';
import { decodeEventOf, relayStream, type RelayAdvanced } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { CodedError, hasCode, type Clock, type Position } from '@duban/kernel';
import { instantOf, legalTimeOf } from '../command/legal-time.ts';
import { newEvents } from '../command/new-events.ts';
import { encodeThroughRegistry } from '../command/stream-kind.ts';
import { SYSTEM_ACTOR } from '../reference/reference-commands.ts';

export type LogPositionPorts = {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Name of this process, unlike that of any other and of any earlier one. */
  readonly holder: string;
  /** Asked immediately before every write. @throws CodedError `lease.lost` */
  readonly mayWrite: () => Promise<void>;
  /** A place is written this long after the relay began to move away from it; milliseconds. */
  readonly gatherMs: number;
};

type Move = { readonly from: Position; readonly to: Position; readonly sent: number };

/** As the port `PositionStore` in `@duban/messaging` says. */
export type LogPositionStore = {
  readonly claim: (relay: string, start: Position) => Promise<{ epoch: number; position: Position }>;
  readonly peek: (relay: string) => Promise<Position | null>;
  /** @throws CodedError `lease.lost` */
  readonly read: (relay: string, epoch: number) => Promise<Position>;
  /** @throws CodedError `lease.lost` */
  readonly advance: (relay: string, epoch: number, move: Move) => Promise<void>;
  /** Writes the place down where messages have gone out since. */
  readonly close: () => Promise<void>;
};

type Last = { readonly revision: number; readonly event: RelayAdvanced } | null;

/** What this process has of a relay: its place in memory, and behind which revision it may be written. */
type Held = { relay: string; epoch: number; revision: number | null; position: Position; unwritten: number };

const decode = decodeEventOf('relay');

class LogPositions {
  readonly #ports: LogPositionPorts;
  #held: Held | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(ports: LogPositionPorts) {
    this.#ports = ports;
  }

  async claim(relay: string, start: Position): Promise<{ epoch: number; position: Position }> {
    await this.close();
    const last = await this.#last(relay);
    const position = (last?.event.data.position ?? start) as Position;
    const epoch = (last?.event.data.epoch ?? 0) + 1;
    this.#held = { relay, epoch, revision: last?.revision ?? null, position, unwritten: 0 };
    return { epoch, position };
  }

  async peek(relay: string): Promise<Position | null> {
    const last = await this.#last(relay);
    return last === null ? null : (last.event.data.position as Position);
  }

  read(epoch: number): Position {
    return this.#mine(epoch).position;
  }

  advance(epoch: number, { from, to, sent }: Move): void {
    const held = this.#mine(epoch);
    if (held.position !== from) throw this.#lost();
    held.position = to;
    held.unwritten += sent;
    if (held.unwritten > 0) this.#writeLater();
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#write();
  }

  #lost(): CodedError {
    return new CodedError('lease.lost', `${this.#ports.holder} no longer moves the relay`);
  }

  #mine(epoch: number): Held {
    if (this.#held?.epoch !== epoch) throw this.#lost();
    return this.#held;
  }

  #writeLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      // A log that is away: the place stays in memory, and is written after the next move.
      this.#write().catch(() => undefined);
    }, this.#ports.gatherMs).unref();
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeNow());
    return this.#writing;
  }

  async #writeNow(): Promise<void> {
    const held = this.#held;
    if (held === null || held.unwritten === 0) return;
    try {
      await this.#ports.mayWrite();
      const { unwritten } = held;
      held.revision = await this.#append(held);
      held.unwritten -= unwritten;
    } catch (error) {
      if (!hasCode(error, 'lease.lost')) throw error;
      this.#held = null;
    }
  }

  async #append({ relay, epoch, revision, position }: Held): Promise<number> {
    const { store, clock, holder } = this.#ports;
    const event: RelayAdvanced = { type: 'RelayAdvanced', data: { epoch, position, holder } };
    const sent = { ...event, commandId: `relay:${randomUUID()}`, actor: SYSTEM_ACTOR };
    const time = clock.now();
    const grounds = { occurredAt: legalTimeOf(time), ruleSet: null, calendar: null };
    const stream = relayStream(relay);
    const decided = { events: [event], grounds, decidedAt: instantOf(time) };
    const events = newEvents(encodeThroughRegistry, stream, sent, decided);
    const result = await store.append(stream, events, revision ?? 'no-stream');
    if (result.outcome === 'appended' || result.outcome === 'repeated') return result.revision;
    throw this.#lost();
  }

  async #last(relay: string): Promise<Last> {
    const options = { direction: 'backwards', limit: 1 } as const;
    const [stored] = (await this.#ports.store.readStream(relayStream(relay), options)).events;
    return stored === undefined ? null : { revision: stored.revision, event: decode(stored) };
  }
}

/**
 * The place of a relay in the log itself, for processes that share nothing else. Every record is kept for ever, so the place is
 * written once in a while and not with every page: whoever takes over sends again what went out since, which consumers drop. A
 * write names the revision that it follows, so of two that take the relay for theirs one is refused.
 */
export const openLogPositionStore = (ports: LogPositionPorts): LogPositionStore => {
  const positions = new LogPositions(ports);
  return {
    claim: (relay, start) => positions.claim(relay, start),
    peek: (relay) => positions.peek(relay),
    read: async (_relay, epoch) => positions.read(epoch),
    advance: async (_relay, epoch, move) => {
      positions.advance(epoch, move);
    },
    close: () => positions.close(),
  };
};
