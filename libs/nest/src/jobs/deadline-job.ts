import { deadlineRound, type CaseCommands, type Job, type ReferenceSource } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';
import type { Logger } from '../observe/logger.ts';
import type { ReadStore } from '@duban/read-store';

const HOUR_MS = 3_600_000;
const PAGE = 500;
/** A first build of the read models may take a while; a round that starts too early looks at too few cases. */
const CATCH_UP_MS = 60_000;

/** Cases in which some date still waits, each once, in the order of the dates. */
async function* openCaseIds(read: ReadStore): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = read.deadlines({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const { caseId } of page.items) {
      if (seen.has(caseId)) continue;
      seen.add(caseId);
      yield caseId;
    }
    cursor = page.next;
  }
}

export type ClockJobParts = {
  readonly store: EventStore;
  readonly read: ReadStore;
  readonly cases: CaseCommands;
  readonly reference: ReferenceSource;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Notes what has become due and counts due dates anew after a calendar was published. */
export const deadlineJob = ({ store, read, cases, reference, clock, logger }: ClockJobParts): Job => ({
  name: 'deadlines',
  everyMs: HOUR_MS,
  atMidnight: true,
  run: async () => {
    await read.waitFor(await store.head(), CATCH_UP_MS);
    const open = { openCaseIds: () => openCaseIds(read) };
    const round = await deadlineRound({ cases, open, reference, clock });
    const isNews = round.noted + round.recomputed > 0;
    logger[round.refused.length > 0 ? 'warn' : isNews ? 'info' : 'debug']({ ...round }, 'deadline round');
  },
});
