import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import { restrictedCases } from '../translate/restricted-cases.ts';
import type { Topic } from '../translate/cloud-event.ts';
import { BACKOFF, type Backoff, backoffMs, pauseFor } from './backoff.ts';
import { Gate } from './gate.ts';
import type { Outlet } from './outlet.port.ts';
import type { PositionStore } from './position-store.port.ts';
import { type Batch, type BatchSource, readBatch, type RelayedLog } from './read-batch.ts';
import { RelayRecord, type RelayState, type RelayStatus } from './relay-state.ts';
import { ALWAYS_MINE, type Turn } from './turn.port.ts';

export type RelayOptions = {
  /** Names the place in the position store; a replay has a name of its own. */
  readonly name: string;
  readonly tenant: string;
  /** What goes out is what this reads: whoever withholds texts does it here. */
  readonly reader: RelayedLog;
  readonly outlet: Outlet;
  readonly positions: PositionStore;
  /** Where a relay begins that has no place yet: after this one. Default: the start of the log. */
  readonly start?: Position;
  /** Ends once everything up to here is out; absent means never. */
  readonly until?: Position;
  /** A replay goes into topics of its own. */
  readonly topicOf?: (topic: Topic) => string;
  /** At most two pages are in memory. */
  readonly pageSize?: number;
  readonly backoff?: Backoff;
  /** Where several processes could send; default: this one alone. */
  readonly turn?: Turn;
  /** Default false. */
  readonly startsPaused?: boolean;
  /** Hears of every fault, those that are tried again and the one that ends it. */
  readonly onFault?: (error: unknown) => void;
  readonly now?: () => number;
};

export type Relay = {
  readonly state: () => RelayState;
  /** Finishes what is on its way; the position stays where it is. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Finishes what is on its way and ends. */
  readonly stop: () => Promise<void>;
  /** Resolves after the end; rejects when somebody has to act: see `state().lastFault`. */
  readonly ended: Promise<void>;
};

const PAGE = 1_000;

/** To try again would fail again, or do harm: these end a relay, and nothing is passed over (E19). */
const FATAL: ReadonlySet<string> = new Set([
  'event.version-unknown',
  'event.type-unknown',
  'relay.fenced',
  'relay.ahead-of-log',
  'outlet.message-too-large',
  'outlet.topic-layout',
  'outlet.closed',
  'log.closed',
]);

const isNotOurTurn = (error: unknown): boolean => error instanceof CodedError && error.code === 'lease.lost';

const isFatal = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof CodedError && FATAL.has(error.code));

class RunningRelay {
  readonly #options: RelayOptions;
  readonly #source: BatchSource;
  readonly #record: RelayRecord;
  readonly #news = new Gate();
  readonly #stopping = new AbortController();
  #isPaused: boolean;
  /** Looking does no harm; a claim fences whoever had the place. */
  #mayClaim: boolean;

  constructor(options: RelayOptions) {
    const { reader, tenant, pageSize = PAGE, topicOf = (topic) => topic, now = Date.now } = options;
    this.#options = options;
    this.#source = { reader, tenant, pageSize, topicOf, restricted: restrictedCases(reader) };
    this.#record = new RelayRecord(now);
    this.#mayClaim = options.turn === undefined;
    this.#isPaused = options.startsPaused ?? false;
  }

  state(): RelayState {
    return this.#record.snapshot();
  }

  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#news.open();
  }

  stop(): void {
    this.#stopping.abort();
    this.#news.open();
  }

  async run(): Promise<void> {
    const stopListening = this.#options.reader.onAppended(this.#news.open);
    try {
      await this.#supervise();
      this.#record.status = 'ended';
    } catch (error) {
      this.#record.status = 'failed';
      throw error;
    } finally {
      stopListening();
    }
  }

  /** After any fault the place is read again from the store: what memory believes of it is not trusted (E25). */
  async #supervise(): Promise<void> {
    const { backoff = BACKOFF } = this.#options;
    let failuresInARow = 0;
    while (!this.#isOver()) {
      const sent = this.#record.snapshot().batches;
      try {
        await this.#pump(await this.#place());
      } catch (error) {
        if (isNotOurTurn(error)) {
          this.#letGo(false);
          continue;
        }
        this.#record.failed(error);
        this.#options.onFault?.(error);
        if (isFatal(error)) throw error;
        this.#record.status = 'retrying';
        failuresInARow = this.#record.snapshot().batches > sent ? 1 : failuresInARow + 1;
        await pauseFor(backoffMs(backoff, failuresInARow), this.#stopping.signal);
      }
    }
  }

  async #place(): Promise<Position> {
    const { name, positions, start = LOG_START } = this.#options;
    if (this.#record.epoch > 0) return positions.read(name, this.#record.epoch);
    if (!this.#mayClaim) return (await positions.peek(name)) ?? start;
    const { epoch, position } = await positions.claim(name, start);
    await this.#refuseAheadOfLog(position);
    this.#record.epoch = epoch;
    this.#record.position = position;
    this.#record.status = 'running';
    return position;
  }

  /** After an older copy of the log was put back, new events would get positions that are taken for sent. */
  async #refuseAheadOfLog(position: Position): Promise<void> {
    const head = await this.#options.reader.head();
    if (comparePositions(position, head) <= 0) return;
    throw new CodedError(
      'relay.ahead-of-log',
      `events up to ${position} were sent and the log ends at ${head}: an older copy was put back. Restore the newer ` +
        'log, or send it into topics of another name (docs/adapters/kafka.md)',
    );
  }

  /** Whoever gets the turn claims the place and reads it anew before it sends: another process has moved it. */
  async #isOurTurn(): Promise<boolean> {
    const held = await (this.#options.turn ?? ALWAYS_MINE).hold(this.#stopping.signal);
    if (held === 'held' && this.#record.epoch > 0) return true;
    this.#letGo(held !== 'waited');
    return false;
  }

  /** Nothing to send is nothing to take a turn for. */
  #isOnlyLooking({ messages }: Batch): boolean {
    return this.#record.epoch === 0 && messages.length === 0;
  }

  #letGo(mayClaim: boolean): void {
    this.#mayClaim = mayClaim;
    this.#record.epoch = 0;
  }

  /** One page is read while the one before it is on its way; there is never a third. */
  async #pump(from: Position): Promise<void> {
    this.#record.position = from;
    let ahead = this.#read(from);
    while (!this.#isOver()) {
      const batch = await ahead;
      const isEmpty = batch.next === batch.after;
      this.#record.found(isEmpty ? null : batch);
      if (isEmpty || this.#isPaused) await this.#idle();
      else if (this.#isOnlyLooking(batch)) this.#record.position = batch.next;
      else {
        if (!(await this.#isOurTurn())) return;
        ahead = this.#read(batch.next);
        await this.#send(batch);
        continue;
      }
      ahead = this.#read(this.#record.position);
    }
  }

  #read(after: Position): Promise<Batch> {
    this.#news.shut();
    const batch = readBatch(this.#source, after);
    // It is awaited later, or never when sending fails first.
    batch.catch(() => undefined);
    return batch;
  }

  async #send(batch: Batch): Promise<void> {
    const { name, outlet, positions } = this.#options;
    if (batch.messages.length > 0) await outlet.publish(batch.messages);
    const move = { from: batch.after, to: batch.next, sent: batch.messages.length };
    await positions.advance(name, this.#record.epoch, move);
    this.#record.wentOut(batch);
  }

  /** Until there is news: of the log, or of a pause. */
  async #idle(): Promise<void> {
    this.#record.status = this.#isPaused ? 'paused' : this.#workingStatus();
    await this.#news.wait();
    this.#record.status = this.#isPaused ? 'paused' : this.#workingStatus();
  }

  #workingStatus(): RelayStatus {
    return this.#record.epoch > 0 ? 'running' : 'standby';
  }

  #isOver(): boolean {
    const { until } = this.#options;
    const isThrough = until !== undefined && comparePositions(this.#record.position, until) >= 0;
    return this.#stopping.signal.aborted || (isThrough && this.#record.epoch > 0);
  }
}

/** Sends what is public of the log, from the stored place on, at least once and in order per case. */
export const startRelay = (options: RelayOptions): Relay => {
  const running = new RunningRelay(options);
  const ended = running.run();
  ended.catch(() => undefined);
  return {
    state: () => running.state(),
    pause: () => {
      running.pause(true);
    },
    resume: () => {
      running.pause(false);
    },
    stop: async () => {
      running.stop();
      await ended.catch(() => undefined);
    },
    ended,
  };
};
