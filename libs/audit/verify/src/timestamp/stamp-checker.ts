import { fromBase64 } from '../octets.ts';
import type { Primitives } from '../primitives.port.ts';
import type { ReasonCode } from '../reasons.ts';
import type { SignedHead } from '../signed-head.ts';
import type { Finding, Stamped } from '../verdict.ts';
import type { TimestampVerdict } from './timestamp.port.ts';

export type StampChecker = {
  /** A token, read behind the checkpoint that it stamps. */
  readonly take: (line: { readonly size: number; readonly token: string }) => Promise<Finding | null>;
  /** What is left to say when all were read. */
  readonly finish: () => Finding | null;
  /** The largest head that a trusted authority stamped. */
  readonly stamped: () => Stamped | null;
};

export type StampTrust = {
  /** Certificates of time-stamp authorities, or of what issued theirs: PEM. */
  readonly certificates: readonly string[];
  readonly lastHead: () => SignedHead | null;
};

const CODES: Readonly<Record<Exclude<TimestampVerdict['kind'], 'good' | 'unknown-authority'>, ReasonCode>> = {
  malformed: 'timestamp.malformed',
  'other-text': 'timestamp.other-checkpoint',
  'false-signature': 'timestamp.false-signature',
};

/** Time stamps of the checkpoints. A token by an authority that nobody vouched for says nothing, and is no fault. */
export const stampChecker = (
  { certificates, lastHead }: StampTrust,
  { checkTimestamp }: Primitives,
): StampChecker => {
  let stamped: Stamped | null = null;
  return {
    take: async ({ size, token }) => {
      const head = lastHead();
      const bad = (code: ReasonCode): Finding => ({ record: Math.max(0, size - 1), code });
      const bytes = fromBase64(token);
      if (bytes === null) return bad('timestamp.malformed');
      if (head?.size !== size) return bad('timestamp.other-checkpoint');
      if (checkTimestamp === undefined) return null;
      const verdict = await checkTimestamp(bytes, head.text, certificates);
      if (verdict.kind === 'good') stamped = { size, at: verdict.at };
      return verdict.kind === 'good' || verdict.kind === 'unknown-authority'
        ? null
        : bad(CODES[verdict.kind]);
    },
    finish: () =>
      certificates.length > 0 && stamped === null ? { record: 0, code: 'timestamp.not-given' } : null,
    stamped: () => stamped,
  };
};
