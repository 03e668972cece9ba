import type { Position } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';
import type { RestrictedCases } from '../translate/restricted-cases.ts';
import type { Topic } from '../translate/cloud-event.ts';
import { translate } from '../translate/translate.ts';
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
export type RelayedLog = Pick<EventReader, 'readLog' | 'head' | 'onAppended'>;

export type BatchSource = {
  readonly reader: Pick<EventReader, 'readLog'>;
  readonly tenant: string;
  readonly pageSize: number;
  readonly topicOf: (topic: Topic) => string;
  readonly restricted: RestrictedCases;
};

const messagesOf = (
  stored: StoredEvent,
  { tenant, topicOf, restricted }: BatchSource,
): readonly OutletMessage[] => {
  if (restricted.has(stored.stream)) return [];
  const message = translate(stored, tenant);
  if (message === 'private') return [];
  const { topic, event } = message;
  return [{ topic: topicOf(topic), key: event.partitionkey, value: JSON.stringify(event) }];
};

/** @throws CodedError `event.version-unknown`, `event.type-unknown`, `log.unavailable` */
export const readBatch = async (source: BatchSource, after: Position): Promise<Batch> => {
  const page = await source.reader.readLog({ after, limit: source.pageSize });
  // After the page: what restricts a case of it is in the log by now, or the case was free when it was read.
  await source.restricted.upToNow();
  return {
    messages: page.events.flatMap((stored) => messagesOf(stored, source)),
    events: page.events.length,
    after,
    next: page.next,
    oldest: page.events[0]?.metadata.recordedAt ?? null,
  };
};
