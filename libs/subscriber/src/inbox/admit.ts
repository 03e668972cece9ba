import { CodedError } from '@duban/kernel';
import type { PublicEvent } from '../public-event.ts';

/** What an inbox remembers of an event and of its source. */
export type Memory = { readonly isSeen: boolean; readonly lastSequence: string | null };

/**
 * Whether an event is new: known by (`source`, `id`), ordered by `sequence` and never by time.
 * @throws CodedError `subscriber.out-of-order`
 */
export const admit = (event: PublicEvent, { isSeen, lastSequence }: Memory): boolean => {
  if (isSeen) return false;
  if (lastSequence === null || event.sequence > lastSequence) return true;
  throw new CodedError(
    'subscriber.out-of-order',
    `${event.source} sent ${event.sequence} (${event.id}) after ${lastSequence}`,
  );
};

/** @throws CodedError `subscriber.place-moved` */
export const checkPlace = (lane: string, believed: string | null, actual: string | null): void => {
  if (believed === actual) return;
  throw new CodedError(
    'subscriber.place-moved',
    `${lane} is at ${actual ?? 'its start'}, not at ${believed ?? 'its start'}`,
  );
};
