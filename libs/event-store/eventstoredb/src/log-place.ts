import { LOG_START, type Position } from '@duban/kernel';

/** Where an event is in the log of the server. Neither number alone says it (E20). */
export type LogPlace = { readonly commit: bigint; readonly prepare: bigint };

const DIGITS = 20;
const SHAPE = /^e1\.(\d{20})\.(\d{20})$/;
/** What a server older than 22.6 gives for events that were read from their stream. */
const UNKNOWN_PLACE = 0xff_ff_ff_ff_ff_ff_ff_ffn;

const padded = (number: bigint): string => String(number).padStart(DIGITS, '0');

export const positionOf = ({ commit, prepare }: LogPlace): Position =>
  `e1.${padded(commit)}.${padded(prepare)}` as Position;

/**
 * Inverse of {@link positionOf}; `null` is the start of the log.
 * @throws RangeError `position.mixed-formats` for a position that another kind of store made.
 */
export const placeOf = (position: Position): LogPlace | null => {
  if (position === LOG_START) return null;
  const [, commit, prepare] = SHAPE.exec(position) ?? [];
  if (commit !== undefined && prepare !== undefined)
    return { commit: BigInt(commit), prepare: BigInt(prepare) };
  throw new RangeError(`position.mixed-formats: ${position} does not come from EventStoreDB`);
};

/** Negative when `a` comes before `b`; `null` is the start of the log. */
export const comparePlaces = (a: LogPlace | null, b: LogPlace | null): number => {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
};

export const isKnown = (place: LogPlace | undefined): place is LogPlace =>
  place !== undefined && place.commit !== UNKNOWN_PLACE && place.prepare !== UNKNOWN_PLACE;
