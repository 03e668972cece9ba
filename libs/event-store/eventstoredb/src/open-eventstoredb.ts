import { createWakeBell, type EventStore, encodeAppend } from '@duban/event-store';
import { Appender } from './appender.ts';
import { Backoff } from './backoff.ts';
import { unavailable } from './client-faults.ts';
import { type Share, shareConnection } from './connection.ts';
import { DEFAULT_TIMEOUTS, type EventStoreDbOptions } from './esdb-options.ts';
import { EsdbReads } from './esdb-reads.ts';
import { EsdbWriter } from './esdb-writer.ts';
import { type EventStoreDbHealth, healthOf } from './esdb-health.ts';
import { HistoryShelf } from './history-shelf.ts';
import { LogEdge } from './log-edge.ts';
import { LogReader } from './log-reader.ts';
import { PatientEnd } from './patient-end.ts';
import { Session } from './session.ts';
import { StreamReader } from './stream-reader.ts';
import { Timeline } from './timeline.ts';
import { WakeSubscription } from './wake-subscription.ts';

export type EventStoreDb = EventStore & { readonly health: () => EventStoreDbHealth };

const DEFAULTS = {
  streamPrefix: 'duban.',
  clock: Date,
  appendsAtOnce: 64,
  searchDepth: 10_000,
  heartbeatMs: 1_000,
} satisfies Partial<EventStoreDbOptions>;

/** The server answers reads and, by an append that writes nothing, appends. */
const meet = async (session: Session, edge: LogEdge, appender: Appender): Promise<void> => {
  await edge.head();
  const until = performance.now() + session.timeouts.patienceMs;
  const backoff = new Backoff(session.timeouts.longestPauseMs);
  for (;;) {
    const fate = await appender.warmUp();
    if (fate.kind === 'conflict' || fate.kind === 'written') return;
    if (fate.kind === 'refused') throw fate.fault;
    if (performance.now() > until) throw unavailable(`EventStoreDB takes no appends (${fate.text})`);
    if (fate.kind === 'unknown') await session.connection.renew(await session.connection.client());
    await backoff.pause();
  }
};

const build = (share: Share, options: Required<EventStoreDbOptions>) => {
  const { streamPrefix: prefix, clock, searchDepth, appendsAtOnce } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const session = new Session(share.connection, timeouts);
  const reads = new EsdbReads(session);
  const timeline = new Timeline();
  const shelf = new HistoryShelf();
  const end = new PatientEnd(reads, session.timeouts.patienceMs);
  const edge = new LogEdge(reads, end, { prefix, timeline });
  const appender = new Appender({ session, prefix, timeline, clock });
  const reader = new StreamReader({ reads, shelf, prefix, timeline, searchDepth });
  const writer = new EsdbWriter({ appender, reader, shelf, timeouts, appendsAtOnce });
  return { session, timeline, edge, appender, reader, writer, log: new LogReader(reads, end, prefix) };
};

/**
 * The log in EventStoreDB (KurrentDB) 22.10 or newer. One server per process.
 * @throws CodedError `log.bad-connection-string`, `log.second-server`, `log.unavailable`, `log.access-denied`
 */
export const openEventStoreDb = async (asked: EventStoreDbOptions): Promise<EventStoreDb> => {
  const options = { timeouts: {}, ...DEFAULTS, ...asked };
  const share = await shareConnection(options.connectionString);
  const parts = build(share, options);
  try {
    await meet(parts.session, parts.edge, parts.appender);
  } catch (error) {
    await share.giveBack();
    throw error;
  }
  return asStore(share, parts, options);
};

const asStore = (
  share: Share,
  parts: ReturnType<typeof build>,
  { heartbeatMs, streamPrefix: prefix }: Required<EventStoreDbOptions>,
): EventStoreDb => {
  const { session, edge, reader, writer, log, timeline } = parts;
  const bell = createWakeBell(heartbeatMs);
  const subscription = new WakeSubscription({ session, edge, timeline, prefix, wake: bell.ring });
  let closing: Promise<void> | null = null;
  const close = async () => {
    session.close();
    bell.close();
    subscription.close();
    await writer.drained();
    await share.giveBack();
  };
  const whenOpen = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    session.refuseWhenClosed();
    return work();
  };
  return {
    append: (stream, events, expected) =>
      whenOpen(async () => {
        const result = await writer.append(encodeAppend(stream, events), expected);
        if (result.outcome === 'appended') bell.ring();
        return result;
      }),
    readStream: (stream, options = {}) => whenOpen(() => reader.page(stream, options)),
    readLog: (options = {}) => whenOpen(() => log.page(options)),
    head: () => whenOpen(() => edge.head()),
    findCommand: (stream, commandId) => whenOpen(() => reader.findCommand(stream, commandId)),
    onAppended: bell.listen,
    health: () => healthOf(session, subscription, writer),
    close: () => (closing ??= close()),
  };
};
