import { randomUUID } from 'node:crypto';
import { CHECKPOINT_STREAM, decodeEventOf, type CheckpointEvent, type DataOf } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import { instantOf, legalTimeOf } from '../command/legal-time.ts';
import { newEvents } from '../command/new-events.ts';
import { encodeThroughRegistry } from '../command/stream-kind.ts';
import { SYSTEM_ACTOR } from '../reference/reference-commands.ts';

/** The head that was written down last: it covers what comes before it, so it is the state. */
export type LastRecorded = {
  readonly revision: number;
  readonly size: number;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
};

const decode = decodeEventOf('checkpoint');

export const lastRecorded = async (store: Pick<EventStore, 'readStream'>): Promise<LastRecorded | null> => {
  const { events } = await store.readStream(CHECKPOINT_STREAM, { direction: 'backwards', limit: 1 });
  const [stored] = events;
  if (stored === undefined) return null;
  const event: CheckpointEvent = decode(stored);
  if (event.type !== 'CheckpointSealed') return null;
  const recordedAt = Temporal.Instant.from(stored.metadata.recordedAt).epochMilliseconds;
  return { revision: stored.revision, size: event.data.size, recordedAt };
};

/** Writes one down at exactly the revision that was looked at; false where somebody was faster. */
export const recordCheckpoint = async (
  { store, clock }: { readonly store: EventStore; readonly clock: Clock },
  data: DataOf<'CheckpointSealed'>,
  last: LastRecorded | null,
): Promise<boolean> => {
  const event: CheckpointEvent = { type: 'CheckpointSealed', data };
  const sent = { ...event, commandId: `checkpoint:${randomUUID()}`, actor: SYSTEM_ACTOR };
  const time = clock.now();
  const grounds = { occurredAt: legalTimeOf(time), ruleSet: null, calendar: null };
  const decided = { events: [event], grounds, decidedAt: instantOf(time) };
  const events = newEvents(encodeThroughRegistry, CHECKPOINT_STREAM, sent, decided);
  const { outcome } = await store.append(CHECKPOINT_STREAM, events, last?.revision ?? 'no-stream');
  return outcome === 'appended' || outcome === 'repeated';
};
