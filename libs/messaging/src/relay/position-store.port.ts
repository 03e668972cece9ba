import type { Position } from '@duban/kernel';

/** `epoch` grows with every claim: it tells the owner of the position from whoever was it before. */
export type Claim = { readonly epoch: number; readonly position: Position };

/** Everything up to `to` is out, or private; `sent` says how many messages that were. */
export type Move = { readonly from: Position; readonly to: Position; readonly sent: number };

/** How far a relay has got. Every write names the epoch and the place it believes in, so a stale owner writes nothing. */
export type PositionStore = {
  /** Takes over; from now on the owner before is fenced (E45). A relay without a place begins after `start`. */
  readonly claim: (relay: string, start: Position) => Promise<Claim>;
  /** Where a relay is, without taking over; null where it never was. */
  readonly peek: (relay: string) => Promise<Position | null>;
  /** @throws CodedError `relay.fenced` */
  readonly read: (relay: string, epoch: number) => Promise<Position>;
  /** @throws CodedError `relay.fenced` when somebody else has claimed or moved it */
  readonly advance: (relay: string, epoch: number, move: Move) => Promise<void>;
  readonly close: () => Promise<void>;
};
