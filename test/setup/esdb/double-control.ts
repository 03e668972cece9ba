/** What the tests tell the double, and what it answers: plain data, sent over the channel between the processes. */

/** Where a fault strikes. `read` is a page of a stream or of the log, `subscribe` a subscription. */
export type FaultPlace = 'append' | 'read' | 'subscribe' | 'features' | 'gossip';

export type FaultKind =
  /** The connections of the member break before anything happens. */
  | 'cut'
  /** A read breaks after its first event; an append is the same as `lost-answer`. */
  | 'cut-midway'
  /** The append is committed, then the connections break before the answer. */
  | 'lost-answer'
  /** The append is committed and answered `ms` later. */
  | 'late-answer'
  /** Everything happens `ms` later. */
  | 'slow'
  /** The append is committed `ms` later and never answered. */
  | 'late-commit'
  /** Nothing happens, and nothing is ever answered. */
  | 'silence'
  | 'not-leader'
  /** Not the leader, and it does not say who is: the client trips over the missing trailers. */
  | 'not-leader-unnamed'
  /** The whole call ends with the status `code`. */
  | 'error'
  /** BatchAppend only: this one append is answered with the error named by `detail`. */
  | 'refuse'
  /** BatchAppend only: before the true answer comes one for an append that nobody knows. */
  | 'stray-answer';

export type Fault = {
  readonly on: FaultPlace;
  readonly kind: FaultKind;
  /** How often; default once. `null` means for ever. */
  readonly times?: number | null;
  /** Only every n-th call is struck; default each. */
  readonly every?: number;
  readonly ms?: number;
  readonly code?:
    'UNKNOWN' | 'UNAVAILABLE' | 'DEADLINE_EXCEEDED' | 'ABORTED' | 'INTERNAL' | 'UNAUTHENTICATED';
  readonly detail?: 'AccessDenied' | 'Timeout' | 'Unknown' | 'StreamDeleted';
};

export type DoubleOptions = {
  /** Without it appends go through the unary call, as on servers before 21.10. Default true. */
  readonly batchAppend?: boolean;
  /** The first one leads. Default 1. */
  readonly members?: number;
  /** Keeps the events over a restart. */
  readonly file?: string;
  /** After every n-th append the server itself and another system write something too; default 3, 0 never. */
  readonly noise?: number;
  /** Stream reads tell no positions, as on servers before 22.6. */
  readonly hidesPositions?: boolean;
  /** Speaks TLS, and lets in this user alone. */
  readonly secured?: { readonly certificate: string; readonly key: string; readonly user: string };
  /** Fixed ports, for a restart. */
  readonly ports?: readonly number[];
};

export type DoubleStats = {
  /** Calls by place. */
  readonly calls: Readonly<Record<FaultPlace, number>>;
  /** How often a fault has struck. */
  readonly struck: number;
  /** The most appends that waited for an answer at once. */
  readonly mostAppendsWaiting: number;
  readonly subscriptions: number;
  readonly connections: number;
  /** Revision of each stream's last event. */
  readonly streams: Readonly<Record<string, number>>;
};

export type DoubleCommand =
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'clear-faults' }
  | { readonly do: 'cut' }
  /** Subscriptions stay open and get nothing any more, or again. */
  | { readonly do: 'mute'; readonly muted: boolean }
  | { readonly do: 'drop-subscriptions'; readonly how: 'end' | 'error' }
  | { readonly do: 'elect'; readonly leader: number }
  | { readonly do: 'reset' }
  /** The first events of a stream vanish, as after a scavenge of a truncated stream. */
  | { readonly do: 'truncate'; readonly stream: string; readonly before: number }
  /** The log loses everything from its n-th record on, as when an older backup is restored. */
  | { readonly do: 'roll-back'; readonly records: number }
  /** Shows only so many records, as a leader that slept does; null: all of them again. Nothing may be appended between. */
  | { readonly do: 'show'; readonly records: number | null }
  | { readonly do: 'write'; readonly stream: string; readonly type: string; readonly data: string }
  | { readonly do: 'stats' };

export type ToDouble = DoubleCommand & { readonly id: number };
export type FromDouble =
  | { readonly ports: readonly number[] }
  | { readonly id: number; readonly stats?: DoubleStats }
  | { readonly id: number; readonly failed: string };
