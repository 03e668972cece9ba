/** Why a proof does not hold. `null` from a check means that it holds. */
export type ProofFault =
  | 'proof.not-a-size'
  | 'proof.index-beyond-size'
  | 'proof.bad-hash-length'
  | 'proof.too-short'
  | 'proof.too-long'
  | 'proof.root-mismatch';

export const badHashLength = (hashes: readonly Uint8Array[], hashBytes: number): boolean =>
  hashes.some((hash) => hash.length !== hashBytes);
