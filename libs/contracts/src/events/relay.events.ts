/**
 * How far events have gone out, and whether they may. `relay-<outlet>` holds the place of a relay that several processes
 * take in turn; `outlet-<outlet>` who stopped it and let it go on. In both the last event is the state. These types are
 * storage format: never rename one.
 */
import type { Message } from '@duban/kernel';

export type RelayAdvanced = Message<
  'RelayAdvanced',
  {
    /** One more than ever before in this stream. */
    readonly epoch: number;
    /** Everything of the log up to here that is public has been acknowledged by the outlet. */
    readonly position: string;
    /** Name of the process. */
    readonly holder: string;
  }
>;

export type RelayEvent = RelayAdvanced;

export type OutletPaused = Message<'OutletPaused', { readonly outlet: string; readonly reason: string }>;

export type OutletResumed = Message<'OutletResumed', { readonly outlet: string; readonly reason: string }>;

export type OutletEvent = OutletPaused | OutletResumed;

export const relayStream = (outlet: string): string => `relay-${outlet}`;

export const outletStream = (outlet: string): string => `outlet-${outlet}`;
