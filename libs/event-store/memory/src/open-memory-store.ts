import { type Clock, CodedError } from '@duban/kernel';
import {
  type AppendResult,
  createWakeBell,
  type EncodedAppend,
  encodeAppend,
  type EventStore,
  type ExpectedRevision,
  promised,
} from '@duban/event-store';
import { addRows, createMemoryLog, type MemoryLog, storedAt } from './memory-log.ts';
import { memoryReader } from './memory-reader.ts';

export type MemoryStoreOptions = {
  /** Default: a log of its own. */
  readonly log?: MemoryLog;
  readonly clock?: Clock;
  /** How often readers are woken without an append. */
  readonly heartbeatMs?: number;
};

const written = (
  log: MemoryLog,
  outcome: 'appended' | 'repeated',
  numbers: readonly number[],
): AppendResult => {
  const events = numbers.map((number) => storedAt(log, number));
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('an append writes at least one event');
  return { outcome, events, revision: last.revision, position: last.position };
};

const append = (
  log: MemoryLog,
  request: EncodedAppend,
  expected: ExpectedRevision,
  clock: Clock,
): AppendResult => {
  const before = log.commands.get(request.commandId);
  if (before !== undefined) {
    const same = before.stream === request.stream && before.digest === request.commandDigest;
    return same ? written(log, 'repeated', before.numbers) : { outcome: 'key-reused' };
  }
  const length = log.streams.get(request.stream)?.length ?? 0;
  const actual = length === 0 ? null : length - 1;
  if (expected !== 'any' && actual !== (expected === 'no-stream' ? null : expected)) {
    return { outcome: 'conflict', expected, actual };
  }
  const ids = new Set(request.events.map(({ id }) => id));
  if (ids.size < request.events.length || !ids.isDisjointFrom(log.ids)) {
    throw new CodedError('event.id-taken', `${request.stream}: an event with this id is in the log already`);
  }
  return written(log, 'appended', addRows(log, request, clock.now()));
};

/** The reference store: the port's contract in its shortest form. Nothing survives the process. */
export const openMemoryStore = (options: MemoryStoreOptions = {}): EventStore => {
  const { log = createMemoryLog(), clock = Date, heartbeatMs = 1_000 } = options;
  const bell = createWakeBell(heartbeatMs);
  let closed = false;
  log.bells.add(bell);
  return {
    ...memoryReader(log),
    append: (stream, events, expected) =>
      promised(() => {
        if (closed) throw new CodedError('log.closed', 'the store has been closed; open it again');
        const result = append(log, encodeAppend(stream, events), expected, clock);
        if (result.outcome === 'appended') for (const { ring } of log.bells) ring();
        return result;
      }),
    onAppended: bell.listen,
    close: () =>
      promised(() => {
        closed = true;
        log.bells.delete(bell);
        bell.close();
      }),
  };
};
