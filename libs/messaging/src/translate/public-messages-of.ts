import { readWholeStream, type EventReader, type StoredEvent } from '@duban/event-store';
import { comparePositions } from '@duban/kernel';
import type { PublicMessage } from './cloud-event.ts';
import { markerOf, releasedOf } from './held-back.ts';
import { LIFTED, type RestrictedCases } from './restricted-cases.ts';
import { translate } from './translate.ts';

export type MessageSource = {
  readonly reader: Pick<EventReader, 'readStream'>;
  readonly tenant: string;
  /** Known up to the event at the least. */
  readonly restricted: RestrictedCases;
};

/** A message for the world, and whether it is the event itself, what stands for it, or what was held back before. */
export type ToldMessage = PublicMessage & {
  readonly stored: StoredEvent;
  readonly told: 'as-it-is' | 'marker' | 'released';
};

const translated = (stored: StoredEvent, tenant: string): readonly PublicMessage[] => {
  const message = translate(stored, tenant);
  return message === 'private' ? [] : [message];
};

/** Everything of the case, and of its surveys, that went out as a marker before this lifting, in the order of each stream. */
const released = async (
  lifting: StoredEvent,
  { reader, tenant, restricted }: MessageSource,
): Promise<readonly ToldMessage[]> => {
  const messages: ToldMessage[] = [];
  for (const stream of restricted.streamsAround(lifting.stream)) {
    const events = await readWholeStream(reader, stream);
    const held = events.filter(
      (event) => comparePositions(event.position, lifting.position) < 0 && restricted.wasHeldBack(event),
    );
    for (const stored of held)
      for (const message of translated(stored, tenant))
        messages.push({ ...releasedOf(message, lifting), stored, told: 'released' });
  }
  return messages;
};

/**
 * What the world is told at an event: the event, a marker in its place while its case is restricted, and at the lifting what was held
 * back, before it. The same of the same log, however often it is asked.
 * @throws CodedError `event.version-unknown`, `event.type-unknown`, `log.unavailable`
 */
export const publicMessagesOf = async (
  stored: StoredEvent,
  source: MessageSource,
): Promise<readonly ToldMessage[]> => {
  const { tenant, restricted } = source;
  const own = translated(stored, tenant);
  if (restricted.isHeldBack(stored))
    return own.map((message) => ({ ...markerOf(message), stored, told: 'marker' }));
  const before = stored.type === LIFTED ? await released(stored, source) : [];
  return [...before, ...own.map((message): ToldMessage => ({ ...message, stored, told: 'as-it-is' }))];
};
