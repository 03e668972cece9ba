import { LOG_START, type JsonObject } from '@duban/kernel';
import { numberedPosition, numberOf, type EventReader, type StoredEvent } from '@duban/event-store';

/** What a story tells, before a store has it. */
export type Draft = {
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly occurredAt?: string;
};

const BEGIN = Date.UTC(2026, 0, 5, 1);

/** Drafts as a store would return them: revisions, positions, metadata; legal time an hour before recording. */
export const recorded = (drafts: readonly Draft[]): readonly StoredEvent[] => {
  const revisions = new Map<string, number>();
  return drafts.map(({ stream, type, data, occurredAt }, index) => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const at = BEGIN + index * 1_000;
    return {
      id: `e-${stream}-${revision}`,
      stream,
      revision,
      position: numberedPosition(index + 1),
      type,
      schemaVersion: 1,
      data,
      metadata: {
        commandId: `c-${index}`,
        commandDigest: 'd',
        correlationId: `c-${index}`,
        causationId: `c-${index}`,
        actor: { id: 'person:officer', role: 'supervision-office', organ: 'cq-so' },
        onBehalfOf: null,
        basis: {},
        occurredAt: occurredAt ?? new Date(at - 3_600_000).toISOString(),
        recordedAt: new Date(at).toISOString(),
        ruleSet: 'cq-default@1',
        calendar: 'CN@2026-1',
      },
    };
  });
};

/** A reader over events in memory that may grow. */
export const readerOf = (events: readonly StoredEvent[]): EventReader => {
  const streams = new Map<string, StoredEvent[]>();
  let indexed = 0;
  const streamOf = (stream: string): readonly StoredEvent[] => {
    for (; indexed < events.length; indexed += 1) {
      const event = events[indexed];
      if (event !== undefined) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    }
    return streams.get(stream) ?? [];
  };
  return {
    readStream: (stream, { from = 0, limit = 512 } = {}) => {
      const all = streamOf(stream);
      const page = all.slice(from, from + limit);
      return Promise.resolve({
        events: page,
        next: from + page.length < all.length ? from + page.length : null,
      });
    },
    readLog: ({ after = LOG_START, limit = 512 } = {}) => {
      const from = numberOf(after);
      const page = events.slice(from, from + limit);
      return Promise.resolve({ events: page, next: page.at(-1)?.position ?? after });
    },
    head: () => Promise.resolve(events.at(-1)?.position ?? LOG_START),
    findCommand: () => Promise.resolve([]),
    onAppended: () => () => undefined,
  };
};
