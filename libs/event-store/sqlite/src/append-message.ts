import type { EncodedAppend, ExpectedRevision } from '@duban/event-store';
import type { Pragmas } from './pragmas.ts';

/** What crosses the thread boundary at a third of the price of objects with keys. */
export type Primitive = string | number | null;

/** One append on its way to the writer. `now` is set where a clock was injected; else the writer asks its own. */
export type AppendRequest = EncodedAppend & {
  readonly ticket: number;
  readonly expected: ExpectedRevision;
  readonly now: number | null;
};

export type AppendOutcome =
  | {
      readonly outcome: 'appended';
      readonly firstPosition: number;
      readonly firstRevision: number;
      readonly recordedAt: string;
    }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'conflict'; readonly actual: number | null }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

export type AppendReply = AppendOutcome & { readonly ticket: number };

export type Fault = { readonly code: string; readonly message: string };

/** Requests and replies travel packed: see message-packing.ts. */
export type WriterOrders =
  { readonly kind: 'append'; readonly requests: readonly Primitive[] } | { readonly kind: 'close' };

export type WriterReports =
  | { readonly kind: 'ready'; readonly pragmas: Pragmas; readonly log: string | null }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'replies'; readonly replies: readonly Primitive[] }
  | { readonly kind: 'health'; readonly fault: Fault | null };

/** `log`: the file that this process has opened before, as `<device>:<inode>`. A new thread takes no other one, and makes none. */
export type WriterOptions = {
  readonly file: string;
  readonly busyTimeoutMs: number;
  readonly log?: string | null;
  /** The last position that this process knows: a log that ends before has lost what was acknowledged. */
  readonly seen?: number;
};
