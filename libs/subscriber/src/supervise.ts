import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@duban/kernel';
import { SubscriptionRecord, type Subscription, type Watch } from './subscription.ts';

export type Supervision = {
  readonly firstMs: number;
  readonly mostMs: number;
  /** A session that shows no sign of life for so long is given up: clients go silent without a word (A3b). */
  readonly silenceMs: number;
};

export const SUPERVISION: Supervision = { firstMs: 100, mostMs: 15_000, silenceMs: 45_000 };

export type SessionContext = {
  readonly record: SubscriptionRecord;
  /** Aborted on stop, on silence and at the end of the session. */
  readonly signal: AbortSignal;
  /** Told by the session whenever it has heard from the other side. */
  readonly alive: () => void;
  /** Waits for the consumer's own work, however long: meanwhile it is not the other side that is silent. */
  readonly working: <Answer>(work: Promise<Answer>) => Promise<Answer>;
};

/** Receives until its signal is aborted or the consumer has enough; rejects when it cannot go on. */
export type Session = (context: SessionContext) => Promise<void>;

/** To try again would fail again, or do harm: somebody has to look. Everything else is tried for ever (E22). */
const FATAL: ReadonlySet<string> = new Set([
  'subscriber.refused',
  'subscriber.unreadable',
  'subscriber.out-of-order',
  'subscriber.handler-failed',
]);

const isFatal = (error: unknown): boolean => error instanceof CodedError && FATAL.has(error.code);

/** `fetch failed` alone says nothing: what it failed on is in its cause. */
const faultOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
};

/** Runs out when neither the other side nor the consumer has shown itself for so long. */
const silenceWatch = (ms: number, onSilence: () => void) => {
  let atWork = 0;
  let isOver = false;
  const timer = setTimeout(() => {
    if (atWork > 0) timer.refresh();
    else onSilence();
  }, ms);
  // A refresh would wind up a timer that was cleared.
  const alive = (): void => {
    if (!isOver) timer.refresh();
  };
  return {
    alive,
    working: async <Answer>(work: Promise<Answer>): Promise<Answer> => {
      atWork += 1;
      try {
        return await work;
      } finally {
        atWork -= 1;
        alive();
      }
    },
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
};

/** One session, which ends at the latest when it has been silent for too long. */
const runOnce = async (
  session: Session,
  record: SubscriptionRecord,
  stopping: AbortSignal,
  silenceMs: number,
): Promise<void> => {
  const over = new AbortController();
  const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
  const silence = silenceWatch(silenceMs, () => {
    reject(new Error(`nothing was heard for ${silenceMs} ms`));
  });
  const onStop = (): void => {
    over.abort();
  };
  stopping.addEventListener('abort', onStop);
  const context = { record, signal: over.signal, alive: silence.alive, working: silence.working };
  session(context).then(() => {
    resolve(undefined);
  }, reject);
  try {
    await ended;
  } finally {
    silence.end();
    stopping.removeEventListener('abort', onStop);
    over.abort();
  }
};

const backoffMs = ({ firstMs, mostMs }: Supervision, failuresInARow: number): number => {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failuresInARow, 30));
  return full / 2 + (Math.random() * full) / 2;
};

const keepGoing = async (
  session: Session,
  record: SubscriptionRecord,
  stopping: AbortSignal,
  supervision: Supervision,
): Promise<void> => {
  let failuresInARow = 0;
  while (!stopping.aborted && !record.hasEnough) {
    record.sessions += 1;
    const { applied } = record.snapshot();
    try {
      await runOnce(session, record, stopping, supervision.silenceMs);
    } catch (error) {
      record.lastFault = faultOf(error);
      if (isFatal(error)) throw error;
      record.status = 'retrying';
      failuresInARow = record.snapshot().applied > applied ? 0 : failuresInARow + 1;
      const wait = backoffMs(supervision, failuresInARow);
      await delay(wait, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
};

/** Runs sessions one after another until it is stopped, or one fails in a way that another one would not mend. */
export const supervise = (
  session: Session,
  supervision: Supervision,
  { hasLag, watch = () => undefined }: { readonly hasLag: boolean; readonly watch?: Watch | undefined },
): Subscription => {
  const record = new SubscriptionRecord(hasLag, watch);
  const stopping = new AbortController();
  const ended = keepGoing(session, record, stopping.signal, supervision).then(
    () => {
      record.status = 'ended';
    },
    (error: unknown) => {
      record.status = 'failed';
      throw error;
    },
  );
  ended.catch(() => undefined);
  return {
    state: () => record.snapshot(),
    ended,
    stop: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
    },
  };
};
