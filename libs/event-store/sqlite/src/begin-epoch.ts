import { encodeAppend, type NewEvent, numberedPosition, numberOf } from '@duban/event-store';
import { CodedError, type Position } from '@duban/kernel';
import { openDatabase } from '@duban/sqlite';
import { toLogFault } from './log-faults.ts';
import { LogWriter } from './log-writer.ts';
import { configureWriter } from './pragmas.ts';
import { prepareSchema } from './schema.ts';

export type EpochBeginning = {
  readonly stream: string;
  /** What says in the log that the epoch began. */
  readonly event: NewEvent;
  /** The furthest position that anybody has seen of this log. */
  readonly seenUpTo: Position;
};

/**
 * Takes a log on that lost its end: appends `event` at a position that was never used, and declares what lies before it as
 * empty. All of it or nothing, synced when it returns. Answers the position.
 * @throws CodedError `log.unavailable`, `log.foreign-file`, `log.schema-newer`, `event.unserialisable`
 */
export const beginEpoch = (file: string, { stream, event, seenUpTo }: EpochBeginning): Position => {
  const db = openDatabase(file, { waitMs: 10_000 });
  try {
    configureWriter(db);
    prepareSchema(db, file);
    const request = { ...encodeAppend(stream, [event]), ticket: 0, expected: 'any', now: null } as const;
    const reply = new LogWriter(db).beginEpoch(request, numberOf(seenUpTo), Date.now());
    if (reply.outcome !== 'appended') throw new CodedError('log.unavailable', `${file}: ${reply.outcome}`);
    return numberedPosition(reply.firstPosition);
  } catch (error) {
    throw toLogFault(error, file);
  } finally {
    db.close();
  }
};
