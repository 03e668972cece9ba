import type { AuditOptions } from '../open-audit-log.ts';
import type { WitnessAddress } from '../witness-client.ts';

/**
 * How the sealing thread gets at a log: a module it imports, the function there that opens a reader of the raw log, and
 * that function's one argument, plain data.
 */
export type LogSource = { readonly module: string; readonly name: string; readonly options: object };

/** Where checkpoints are stamped, and how often at most. */
export type TimestampSetting = { readonly url: string; readonly everyMs: number };

export type SealingStart = {
  readonly audit: AuditOptions;
  readonly source: LogSource;
  readonly witnesses: readonly WitnessAddress[];
  /** How long appends are gathered before a checkpoint covers them all. */
  readonly gatherMs: number;
  /** No witness is asked more often than this; default ten seconds. */
  readonly witnessEveryMs?: number;
  readonly timestamps: TimestampSetting | null;
};

export type SealingFault = { readonly code: string; readonly message: string };

export type SealingReport = {
  /** Records under the newest checkpoint. */
  readonly sealedSize: number;
  /** Epoch milliseconds of the first append that no checkpoint covers yet; `null`: all is covered. */
  readonly waitingSince: number | null;
  readonly fault: SealingFault | null;
  /** Of witnesses: a fork or a roll-back that one of them sees, or that one cannot be asked. */
  readonly witnessFault: SealingFault | null;
  /** Of the time-stamp authority, which is asked again. */
  readonly timestampFault: SealingFault | null;
};

export type ToSealing = { readonly kind: 'stop' } | { readonly kind: 'seal'; readonly request: number };

export type FromSealing =
  | { readonly kind: 'report'; readonly report: SealingReport }
  /** Everything that was in the log at the time of the request is under a checkpoint, or `report` says why not. */
  | { readonly kind: 'sealed'; readonly request: number };
