/** Bytes as they come, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>;

/** An upload that has come in whole and durable, under a name that nobody can ask for yet. */
export type Received = {
  /**
   * Makes it findable under this address, durable when it returns. `there` when the address had bytes already: they
   * stay, and this upload waits until it is settled or discarded.
   */
  readonly keep: (address: string) => Promise<'kept' | 'there'>;
  /** After `keep` answered `there` and what lies there turned out damaged: the same content again, in its place. */
  readonly replace: () => Promise<void>;
  /** The log names the address: the upload is over. Makes sure once more that the bytes are there. */
  readonly settle: () => Promise<void>;
  /** Nothing of it is wanted. Only before `keep`; what was kept and is named by nobody is found by {@link sweep}. */
  readonly discard: () => Promise<void>;
};

/** An upload that was neither settled nor discarded: cut off, or refused after it was kept. */
export type Leftover = {
  readonly id: string;
  /** Null: it was never kept. */
  readonly address: string | null;
  /** Epoch milliseconds of its last change. */
  readonly changedAt: number;
};

/**
 * Opaque bytes by address (64 hex digits, chosen by the caller from their content). What was kept is never changed and
 * never removed; only uploads that no event names are.
 * @throws CodedError `attachment.store-full`, `attachment.store-unavailable` from every method
 */
export type AttachmentStore = {
  /** Nothing stays of bytes that end with an error. */
  readonly receive: (bytes: Bytes) => Promise<Received>;
  /** Null where there is nothing. */
  readonly open: (address: string) => Promise<Bytes | null>;
  readonly has: (address: string) => Promise<boolean>;
  readonly leftovers: () => Promise<readonly Leftover[]>;
  /** `filed`: settles it; `unfiled`: removes it, with what lies at its address. */
  readonly clear: (leftover: Leftover, as: 'filed' | 'unfiled') => Promise<void>;
  readonly close: () => void;
};
