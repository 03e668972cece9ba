import {
  comparePositions,
  type JsonObject,
  type LaterMembers,
  LOG_START,
  type Position,
} from '@duban/kernel';
import type { EventStore, NewEvent, ReadLogOptions, StoredEvent } from '@duban/event-store';

const uuid = (): string => globalThis.crypto.randomUUID();

/** A stream that nobody else uses, whatever the server has seen before. */
export const freshStream = (): string => `case-${uuid()}`;

export type Sample = {
  readonly commandId?: string;
  readonly digest?: string;
  readonly id?: string;
  readonly type?: string;
  readonly data?: JsonObject;
  readonly later?: LaterMembers;
};

export const sampleEvent = (sample: Sample = {}): NewEvent => {
  const commandId = sample.commandId ?? uuid();
  return {
    id: sample.id ?? uuid(),
    type: sample.type ?? 'ItemAssigned',
    schemaVersion: 1,
    data: sample.data ?? { item: 1, text: '督办：整改到位' },
    metadata: {
      commandId,
      commandDigest: sample.digest ?? 'a'.repeat(64),
      correlationId: commandId,
      causationId: commandId,
      actor: { id: 'person:17', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: { documentNo: '〔2026〕3号' },
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: 'default@1',
      calendar: 'CN@2026-1',
      ...sample.later,
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    },
  };
};

/** The events of one command, numbered in their data. */
export const sampleCommand = (count: number, sample: Sample = {}): readonly NewEvent[] => {
  const commandId = sample.commandId ?? uuid();
  return Array.from({ length: count }, (_, item) => sampleEvent({ data: { item }, ...sample, commandId }));
};

/** One append of `count` events that must succeed. */
export const appendMany = async (
  store: EventStore,
  stream: string,
  count: number,
  sample: Sample = {},
): Promise<readonly StoredEvent[]> => {
  const result = await store.append(stream, sampleCommand(count, sample), 'any');
  if (result.outcome !== 'appended') throw new Error(`an append of new events answered ${result.outcome}`);
  return result.events;
};

/** Pages through the log up to its head; a page that neither brings events nor moves on is a stall. */
export const readWholeLog = async (
  store: EventStore,
  options: ReadLogOptions = {},
): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let after: Position = options.after ?? LOG_START;
  while (comparePositions(after, await store.head()) < 0) {
    const page = await store.readLog({ ...options, after });
    if (comparePositions(page.next, after) <= 0) throw new Error(`the log stalls after ${after}`);
    events.push(...page.events);
    after = page.next;
  }
  return events;
};

export const readWholeStream = async (
  store: EventStore,
  stream: string,
  options: { limit?: number; direction?: 'forwards' | 'backwards' } = {},
): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let page = await store.readStream(stream, options);
  events.push(...page.events);
  while (page.next !== null) {
    page = await store.readStream(stream, { ...options, from: page.next });
    if (page.events.length === 0) throw new Error('a page that was announced is empty');
    events.push(...page.events);
  }
  return events;
};

/** The code of the error that a promise ends with; `none` when it does not fail. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : String(error);
  }
};
