import { WITHHELD } from '@duban/contracts';
import type { EventReader, StoredEvent } from '@duban/event-store';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { changedAt } from '../field/field-path.ts';
import { personalFields } from '../field/personal-fields.ts';
import { withoutEnvelopes } from './opened-event.ts';

type Reads = Pick<EventReader, 'readLog' | 'readStream' | 'head' | 'onAppended'>;

const withheld = (): typeof WITHHELD => WITHHELD;

/** Texts from before there was a vault lie in the log in clear: the schema says where. */
const withheldEvent = (event: StoredEvent): StoredEvent => {
  const sealed = withoutEnvelopes(event.data, withheld);
  const plain = personalFields({ ...event, data: sealed as JsonObject });
  const data = plain.reduce<JsonValue>((changed, { path }) => changedAt(changed, path, withheld), sealed);
  return data === event.data ? event : { ...event, data: data as JsonObject };
};

/**
 * The raw log with {@link WITHHELD} in place of every personal text, for what leaves to places where erasure cannot follow.
 * It needs no key: who runs it cannot give away what it cannot read.
 */
export const withholdPersonalText = (raw: Reads): Reads => ({
  head: () => raw.head(),
  onAppended: (listener) => raw.onAppended(listener),
  readLog: async (options) => {
    const page = await raw.readLog(options);
    return { ...page, events: page.events.map(withheldEvent) };
  },
  readStream: async (stream, options) => {
    const page = await raw.readStream(stream, options);
    return { ...page, events: page.events.map(withheldEvent) };
  },
});
