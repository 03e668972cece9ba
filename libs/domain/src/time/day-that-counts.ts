import type { Grounds } from '@duban/kernel';

/** Of a command's context, or of an event that a fold reads. */
type Dated = Pick<Grounds, 'paper'> & {
  /** ISO date in Asia/Shanghai. */
  readonly decidedOn: string;
};

/**
 * The day by which a period is judged, ISO date in Asia/Shanghai: of what came in on paper the day on which it was received,
 * of everything else the day of the decision. Never the day that somebody stated, nor that of the clock's own event.
 */
export const dayThatCounts = ({ paper, decidedOn }: Dated): string => paper?.receivedOn ?? decidedOn;
