import {
  encodeAppend,
  type AppendResult,
  type EventReader,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@duban/event-store';
import { personalFields, type FieldsOf } from '../field/personal-fields.ts';
import type { Keyring } from '../vault/vault.port.ts';
import { isCorrection, withCorrectedPersons } from './corrected-persons.ts';
import { openedEvent } from './opened-event.ts';
import { sealedEvents } from './sealed-events.ts';

type Reads = Pick<EventReader, 'readStream' | 'readLog' | 'findCommand'>;

const openedReads = (reader: Reads, keyring: Keyring): Reads => {
  /** Keys are looked after once a page. */
  const opened = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
    keyring.refresh();
    return events.map((event) => openedEvent(keyring, event));
  };
  return {
    readStream: async (stream, options) => {
      const page = await reader.readStream(stream, options);
      return { ...page, events: opened(page.events) };
    },
    readLog: async (options) => {
      const page = await reader.readLog(options);
      return { ...page, events: opened(page.events) };
    },
    findCommand: async (stream, commandId) => opened(await reader.findCommand(stream, commandId)),
  };
};

/** Reads what {@link withPersonalText} wrote; whatever else the reader can do stays as it is. */
export const readPersonalText = <Reader extends EventReader>(reader: Reader, keyring: Keyring): Reader => ({
  ...reader,
  ...openedReads(reader, keyring),
});

/** An event that was appended just now, with the texts that were sent. */
const asSent = (stored: StoredEvent, sent: NewEvent | undefined): StoredEvent =>
  sent === undefined
    ? stored
    : {
        ...stored,
        data: sent.data,
        metadata: { ...stored.metadata, commandDigest: sent.metadata.commandDigest },
      };

/** No two sealed digests are equal, so a store takes a repetition for a reused key: what is inside them decides. */
const repeatedOrReused = async (
  reads: Reads,
  stream: string,
  [sent]: readonly NewEvent[],
): Promise<AppendResult> => {
  const events = sent === undefined ? [] : await reads.findCommand(stream, sent.metadata.commandId);
  const last = events.at(-1);
  if (last === undefined || sent === undefined) return { outcome: 'key-reused' };
  if (last.metadata.commandDigest !== sent.metadata.commandDigest) return { outcome: 'key-reused' };
  return { outcome: 'repeated', events, revision: last.revision, position: last.position };
};

/**
 * A store that encrypts every personal text on its way into the log and opens it on its way out; where a key was
 * destroyed the text reads as `ERASED`, so folds never fail. Sealing, proofs and exports for proof use the store
 * inside, whose bytes never change.
 * @throws CodedError beside those of the store: `privacy.envelope-given`, `privacy.not-authentic`, `vault.key-unknown`
 */
export const withPersonalText = <Store extends EventStore>(
  store: Store,
  keyring: Keyring,
  fieldsOf: FieldsOf = personalFields,
): Store => {
  const reads = openedReads(store, keyring);
  const append: EventStore['append'] = async (stream, events, expected) => {
    // What was sent is checked, not what is left of it once it is encrypted.
    encodeAppend(stream, events);
    keyring.refresh();
    const fields = events.some(isCorrection)
      ? await withCorrectedPersons(store, keyring, stream, { events, fieldsOf })
      : fieldsOf;
    const sealed = sealedEvents(keyring, fields, stream, events);
    const result = await store.append(stream, sealed, expected);
    if (result.outcome === 'key-reused') return repeatedOrReused(reads, stream, events);
    if (result.outcome === 'conflict') return result;
    if (result.outcome === 'repeated') {
      return { ...result, events: result.events.map((event) => openedEvent(keyring, event)) };
    }
    return { ...result, events: result.events.map((event, index) => asSent(event, events[index])) };
  };
  return { ...store, ...reads, append };
};
