import type { Position } from '@duban/kernel';
import type { EventReader, LogPage, StoredEvent } from '@duban/event-store';
import type { RestrictedCases } from '../translate/restricted-cases.ts';
import type { Topic } from '../translate/cloud-event.ts';
import { publicMessagesOf } from '../translate/public-messages-of.ts';
import type { OutletMessage } from './outlet.port.ts';

/** A page of the log, translated. `next` lies beyond what is private too, so that alone moves the position (E17). */
export type Batch = {
  readonly messages: readonly OutletMessage[];
  readonly events: number;
  readonly after: Position;
  readonly next: Position;
  /** `recordedAt` of its first event: how long that has been waiting. */
  readonly oldest: string | null;
};

/** What a relay needs of a log. */
export type RelayedLog = Pick<EventReader, 'readLog' | 'readStream' | 'head' | 'onAppended'>;

export type BatchSource = {
  readonly reader: Pick<EventReader, 'readLog' | 'readStream'>;
  readonly tenant: string;
  readonly pageSize: number;
  readonly topicOf: (topic: Topic) => string;
  readonly restricted: RestrictedCases;
};

const messagesOf = async (stored: StoredEvent, source: BatchSource): Promise<readonly OutletMessage[]> => {
  if (source.restricted.isWithheld(stored.stream)) return [];
  const messages = await publicMessagesOf(stored, source);
  return messages.map(({ topic, event }) => ({
    topic: source.topicOf(topic),
    key: event.partitionkey,
    value: JSON.stringify(event),
  }));
};

const allMessages = async (source: BatchSource, page: LogPage): Promise<readonly OutletMessage[]> => {
  const messages: OutletMessage[] = [];
  for (const stored of page.events) messages.push(...(await messagesOf(stored, source)));
  return messages;
};

/** @throws CodedError `event.version-unknown`, `event.type-unknown`, `log.unavailable` */
export const readBatch = async (source: BatchSource, after: Position): Promise<Batch> => {
  const page = await source.reader.readLog({ after, limit: source.pageSize });
  // After the page: what restricts a case of it is in the log by now, or the case was free when it was read.
  await source.restricted.upToNow();
  return {
    messages: await allMessages(source, page),
    events: page.events.length,
    after,
    next: page.next,
    oldest: page.events[0]?.metadata.recordedAt ?? null,
  };
};
