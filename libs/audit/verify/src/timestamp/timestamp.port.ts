/** What a time-stamp token is worth, against the certificates that the checking person trusts. */
export type TimestampVerdict =
  /** Signed by a trusted authority over these very bytes; `at` is its ISO instant. */
  | { readonly kind: 'good'; readonly at: string }
  /** No token, or one over other bytes, or falsely signed in the name of a trusted authority. */
  | { readonly kind: 'malformed' | 'other-text' | 'false-signature' }
  /** By an authority that none of the certificates stands for. */
  | { readonly kind: 'unknown-authority' };

/** Certificates as PEM text. Node has a binding; the page brings none, and then tokens are passed over. */
export type TimestampChecker = (
  token: Uint8Array,
  text: string,
  certificates: readonly string[],
) => Promise<TimestampVerdict>;
