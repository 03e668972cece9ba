import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@duban/kernel';
import { SubscriptionRecord, type Subscription } from './subscription.ts';

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
};

/** Receives until its signal is aborted; rejects when it cannot go on. */
export type Session = (context: SessionContext) => Promise<void>;

/** To try again would fail again, or do harm: somebody has to look. Everything else is tried for ever (E22). */
const FATAL: ReadonlySet<string> = new Set([
  'subscriber.refused',
  'subscriber.unreadable',
  'subscriber.out-of-order',
  'subscriber.handler-failed',
]);

const isFatal = (error: unknown): boolean => error instanceof CodedError && FATAL.has(error.code);

/** One session, which ends at the latest when it has been silent for too long. */
const runOnce = async (
  session: Session,
  record: SubscriptionRecord,
  stopping: AbortSignal,
  silenceMs: number,
): Promise<void> => {
  const over = new AbortController();
  const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
  const silence = setTimeout(() => {
    reject(new Error(`nothing was heard for ${silenceMs} ms`));
  }, silenceMs);
  const onStop = (): void => {
    over.abort();
  };
  stopping.addEventListener('abort', onStop);
  const context = { record, signal: over.signal, alive: () => void silence.refresh() };
  session(context).then(() => {
    resolve(undefined);
  }, reject);
  try {
    await ended;
  } finally {
    clearTimeout(silence);
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
  while (!stopping.aborted) {
    record.sessions += 1;
    const { applied } = record.snapshot(false);
    try {
      await runOnce(session, record, stopping, supervision.silenceMs);
    } catch (error) {
      record.lastFault = error instanceof Error ? error.message : String(error);
      if (isFatal(error)) throw error;
      record.status = 'retrying';
      failuresInARow = record.snapshot(false).applied > applied ? 0 : failuresInARow + 1;
      const wait = backoffMs(supervision, failuresInARow);
      await delay(wait, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
};

/** Runs sessions one after another until it is stopped, or one fails in a way that another one would not mend. */
export const supervise = (session: Session, supervision: Supervision, hasLag: boolean): Subscription => {
  const record = new SubscriptionRecord();
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
    state: () => record.snapshot(hasLag),
    ended,
    stop: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
    },
  };
};
