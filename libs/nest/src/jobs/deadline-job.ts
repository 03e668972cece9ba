import {
  deadlineRound,
  threadShare,
  type CaseCommands,
  type Job,
  type JobResult,
  type ReferenceSource,
} from '@duban/application';
import type { Clock, Position } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';
import type { Logger } from '../observe/logger.ts';
import type { ReadStore } from '@duban/read-store';

const HOUR_MS = 3_600_000;
/** While the read models are built, or behind, a round would look at too few cases: it comes again. */
const AGAIN = { againInMs: 10_000 };
const CATCH_UP_MS = 60_000;
/** So that a round which waits can be ended. */
const LOOK_MS = 250;

export type ClockJobParts = {
  readonly store: EventStore;
  readonly read: ReadStore;
  readonly cases: CaseCommands;
  readonly reference: ReferenceSource;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Whether the read models know the log as it was when the round began; false: not in time, or the round was ended. */
const caughtUp = async (read: ReadStore, head: Position, signal: AbortSignal): Promise<boolean> => {
  for (let waited = 0; waited < CATCH_UP_MS && !signal.aborted; waited += LOOK_MS) {
    if (read.building() !== null) return false;
    if (await read.waitFor(head, LOOK_MS)) return true;
  }
  return false;
};

const CASE = 'case-';

/** Of a case that is parked the rows are old. */
const parkedCases = (read: ReadStore): readonly string[] =>
  read.parked().flatMap(({ stream }) => (stream.startsWith(CASE) ? [stream.slice(CASE.length)] : []));

/** Notes what has become due and counts due dates anew after a calendar was published. */
export const deadlineJob = ({ store, read, cases, reference, clock, logger }: ClockJobParts): Job => {
  const recounted = new Map<string, string>();
  const index = { ...read.clock, unsureCases: () => parkedCases(read) };
  const ports = { cases, index, reference, clock, recounted };
  return {
    name: 'deadlines',
    everyMs: HOUR_MS,
    atMidnight: true,
    run: async (signal): Promise<JobResult> => {
      const isWhole = await caughtUp(read, await store.head(), signal);
      if (signal.aborted || read.building() !== null) return AGAIN;
      const round = await deadlineRound({ ...ports, breathe: threadShare(), signal });
      const isNews = round.noted + round.recomputed > 0;
      logger[round.refused.length > 0 ? 'warn' : isNews ? 'info' : 'debug']({ ...round }, 'deadline round');
      return isWhole && round.whole ? undefined : AGAIN;
    },
  };
};
