import { CodedError, type JsonObject } from '@duban/kernel';
import {
  createEventCodec,
  eventEntries,
  publicName,
  type DataOf,
  type DubanEventType,
} from '@duban/contracts';

/** The CloudEvent around every public event (contracts.md section 3). */
export type Envelope = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly dataschema: string;
  readonly partitionkey: string;
  /** Order within `source`: grows, and has holes where an event is private. */
  readonly sequence: string;
  readonly position: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly traceparent?: string;
};

type Known = {
  [Type in DubanEventType]: Envelope & { readonly kind: Type; readonly data: DataOf<Type> };
}[DubanEventType];

/**
 * One public event, told apart by `kind`; data of an older version is lifted to the newest. `kind` is null where a newer
 * Duban wrote a type or version that this library does not know: whether that may be passed over is the consumer's call.
 */
export type PublicEvent = (Known | (Envelope & { readonly kind: null; readonly data: JsonObject })) & {
  /** The message to the letter: data as they were sent, and fields that this library does not know. */
  readonly received: string;
};

const NAME = /^(duban\.[a-z]+\.[a-z-]+)\.v(\d+)$/;
const TEXTS = ['id', 'source', 'type', 'sequence', 'position', 'partitionkey'] as const;

const codec = createEventCodec(eventEntries);
const kinds = new Map(
  eventEntries.map(({ category, type, latest }) => [
    publicName(category, type, latest).replace(/\.v\d+$/, ''),
    { type, latest },
  ]),
);

const unreadable = (why: string): never => {
  throw new CodedError('subscriber.unreadable', why);
};

const envelopeOf = (text: string): Envelope & { readonly data: JsonObject } => {
  const value: unknown = parsed(text);
  if (typeof value !== 'object' || value === null) return unreadable('it is no JSON object');
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields['specversion'] !== '1.0') return unreadable('it is no CloudEvent 1.0');
  const missing = TEXTS.find((name) => typeof fields[name] !== 'string');
  if (missing !== undefined) return unreadable(`it has no ${missing}`);
  if (typeof fields['data'] !== 'object' || fields['data'] === null) return unreadable('it has no data');
  return value as Envelope & { readonly data: JsonObject };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable('it is no JSON');
  }
};

/** @throws CodedError `subscriber.unreadable` */
export const parseEvent = (text: string): PublicEvent => {
  const event = envelopeOf(text);
  const [, name = '', version = ''] = NAME.exec(event.type) ?? [];
  const kind = kinds.get(name);
  const schemaVersion = Number(version);
  if (kind === undefined || schemaVersion > kind.latest) return { ...event, kind: null, received: text };
  const data = codec.decode({ type: kind.type, schemaVersion, data: event.data });
  // The one place where what arrived is believed to be what its type says.
  return { ...event, kind: kind.type, data, received: text } as PublicEvent;
};
