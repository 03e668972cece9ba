import { comparePositions, parsePosition } from '@duban/kernel';
import type { PublicEvent } from '@duban/subscriber';
import type { TailOptions } from './tail-options.ts';

export type Wanted = Pick<TailOptions, 'type' | 'case' | 'from'>;

/** The position to begin behind, where `--from` names one. */
export const positionOf = ({ from }: Pick<Wanted, 'from'>): string | null =>
  from === 'start' || from === 'now' ? null : from;

const isBehind = (event: PublicEvent, begin: string): boolean => {
  const [position, wanted] = [parsePosition(event.position), parsePosition(begin)];
  return position === null || wanted === null || comparePositions(position, wanted) > 0;
};

/** Kafka knows no positions of the log, so what lies before one is passed over here. */
export const eventFilter = (wanted: Wanted): ((event: PublicEvent) => boolean) => {
  const types = new Set(wanted.type);
  const begin = positionOf(wanted);
  return (event) =>
    (types.size === 0 || types.has(event.type)) &&
    (wanted.case === undefined || event.partitionkey === wanted.case) &&
    (begin === null || isBehind(event, begin));
};
