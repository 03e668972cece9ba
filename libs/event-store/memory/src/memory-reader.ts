import {
  type EventReader,
  inItsTurn,
  type LogPage,
  numberedPosition,
  numberOf,
  pageLimit,
  promised,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StreamPage,
} from '@duban/event-store';
import { type MemoryLog, storedAt } from './memory-log.ts';

/** A page at once, without waiting. */
export const readMemoryStream = (log: MemoryLog, stream: string, options: ReadStreamOptions): StreamPage => {
  const numbers = log.streams.get(stream) ?? [];
  const limit = pageLimit(options.limit);
  const backwards = options.direction === 'backwards';
  const last = numbers.length - 1;
  const from = backwards ? Math.min(options.from ?? last, last) : (options.from ?? 0);
  const page = backwards
    ? numbers.slice(Math.max(0, from - limit + 1), from + 1).reverse()
    : numbers.slice(from, from + limit);
  const next = backwards ? from - page.length : from + page.length;
  return {
    events: page.map((number) => storedAt(log, number)),
    next: next >= 0 && next <= last ? next : null,
  };
};

/** The same of the log. */
export const readMemoryLog = (log: MemoryLog, options: ReadLogOptions): LogPage => {
  const limit = pageLimit(options.limit);
  const wanted = options.types && new Set(options.types);
  const numbers: number[] = [];
  let seen = numberOf(options.after ?? numberedPosition(0));
  while (seen < log.rows.length && numbers.length < limit) {
    seen += 1;
    const type = log.rows[seen - 1]?.type;
    if (wanted === undefined || (type !== undefined && wanted.has(type))) numbers.push(seen);
  }
  return { events: numbers.map((number) => storedAt(log, number)), next: numberedPosition(seen) };
};

export const memoryReader = (log: MemoryLog): Omit<EventReader, 'onAppended'> => ({
  readStream: (stream, options = {}) => inItsTurn(promised(() => readMemoryStream(log, stream, options))),
  readLog: (options = {}) => inItsTurn(promised(() => readMemoryLog(log, options))),
  head: () => promised(() => numberedPosition(log.rows.length)),
  findCommand: (stream, commandId) =>
    promised(() => {
      const command = log.commands.get(commandId);
      return command?.stream === stream ? command.numbers.map((number) => storedAt(log, number)) : [];
    }),
});
