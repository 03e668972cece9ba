/** Facts a reader needs to understand a refusal; plain values, never free text for people. */
export type RejectionDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A business refusal is a value with a stable code such as `item.not-assigned`; only bugs and broken infrastructure throw. */
export type Rejected<Reason extends string = string> = {
  readonly rejected: Reason;
  readonly details?: RejectionDetails;
};

export const rejected = <Reason extends string>(
  reason: Reason,
  details?: RejectionDetails,
): Rejected<Reason> => (details === undefined ? { rejected: reason } : { rejected: reason, details });

export const isRejected = (value: unknown): value is Rejected =>
  typeof value === 'object' && value !== null && 'rejected' in value;
