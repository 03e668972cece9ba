import type { Language } from '../texts/words.ts';

export type TailFormat = 'ndjson' | 'csv';

/** `start`, `now`, or a position of the log: then what comes after it. */
export type TailBegin = string;

export type TailOptions = {
  readonly lang: Language;
  /** Address of the server, or true: the one that the settings name. */
  readonly sse?: string | true;
  /** Brokers, comma-separated, or true: those of `KAFKA_BROKERS`. */
  readonly kafka?: string | true;
  readonly topic: readonly string[];
  readonly group?: string;
  readonly format: TailFormat;
  readonly bom: boolean;
  readonly type: readonly string[];
  readonly case?: string;
  readonly from: TailBegin;
  readonly limit?: number;
  readonly state?: string;
};
