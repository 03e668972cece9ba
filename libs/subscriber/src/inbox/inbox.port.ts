import type { PublicEvent } from '../public-event.ts';

/** What arrived on one lane (a Kafka partition, an SSE stream), and how far the lane has got with it. */
export type Intake = {
  readonly lane: string;
  /** Where the receiver believes the lane to be; anything else means that somebody else moved it. */
  readonly from: string | null;
  readonly to: string;
  readonly events: readonly PublicEvent[];
};

export type Taken = {
  readonly applied: number;
  readonly repeated: number;
  /** The consumer has had enough: the rest was left where it was, and the lane has not moved. */
  readonly isEnough?: true;
};

/** `enough`: this event was the last one wanted. It counts, and the subscription ends behind it. */
export type Applied = undefined | 'enough';

type Work<Tx, Answer> = (event: PublicEvent, tx: Tx, after: string | null) => Answer;

/**
 * The consumer's own work on one event, inside the transaction `tx` and with nothing outside of it. `after` is the
 * sequence of the event of this source before it, null where none is known: a hole between the two is an event that is
 * private, was filtered out, or is missing.
 */
export type Apply<Tx> = Work<Tx, void | Promise<void>> | Work<Tx, Applied | Promise<Applied>>;

/**
 * What has been received, kept where the consumer keeps its results and committed together with them, so that each event
 * has its effect exactly once. An event seen before is passed over (E32).
 */
export type Inbox<Tx> = {
  /** Where the lane goes on; null when it has never moved. */
  readonly place: (lane: string) => Promise<string | null>;
  /**
   * All in one transaction: the place is checked, every event that is new is applied and remembered, the place moves.
   * After `enough` what was applied stays remembered and the place does not move: the rest comes again, and only the rest.
   * @throws CodedError `subscriber.place-moved`, `subscriber.out-of-order`, or whatever `apply` throws; then nothing of it
   * has happened
   */
  readonly take: (intake: Intake, apply: Apply<Tx>) => Promise<Taken>;
};
