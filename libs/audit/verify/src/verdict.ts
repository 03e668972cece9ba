import type { Note } from './editor-marks.ts';
import { reasonOf, type Reason, type ReasonCode } from './reasons.ts';

export type Finding = {
  /** First record concerned, counted from 0 in log order. */
  readonly record: number;
  /** Last record that may be the altered one, where only a range can be told. */
  readonly upTo?: number;
  readonly code: ReasonCode;
  /** The file of a package, where it is not about an event alone. */
  readonly file?: string;
  /** The line of the file, counted from 1, and the member or number that stands there. */
  readonly line?: number;
  readonly found?: string;
};

/** Records below `size` existed at `at` (an ISO instant), by the word of a trusted time-stamp authority. */
export type Stamped = { readonly size: number; readonly at: string };

/** What a verdict on a part of a log is about; a bundle is about all of it. */
export type About =
  | {
      readonly kind: 'case';
      readonly origin: string;
      /** Of the checkpoint. */
      readonly size: number;
      readonly stream: string | null;
      readonly events: number;
      /** The last event is the last record under the checkpoint: nothing followed it then. */
      readonly endsTheLog: boolean;
    }
  | {
      readonly kind: 'proof';
      readonly origin: string;
      readonly size: number;
      readonly index: number;
      readonly id: string;
      readonly stream: string;
      readonly revision: number;
      readonly type: string;
      readonly recorded: string;
      /** The event was there to be compared. */
      readonly withEvent: boolean;
    };

export type Checked = {
  readonly records: number;
  readonly checkpoints: number;
  readonly signatures: number;
  readonly cosignatures: number;
  readonly knownHeads: number;
};

export type Verdict = {
  /** `bad`: proven wrong. `cannot-tell`: nothing wrong was found, or nothing could be checked. */
  readonly result: 'good' | 'bad' | 'cannot-tell';
  readonly firstBad?: Finding & { readonly reason: Reason };
  readonly checked: Checked;
  readonly about?: About;
  readonly stamped?: Stamped;
  /** Records that say that the log lost its end before them: what is there is what was kept, not all that was. */
  readonly epochs?: readonly number[];
  /** What was done to the file and touches no record. */
  readonly notes?: readonly Note[];
};

export const NOTHING_CHECKED: Checked = {
  records: 0,
  checkpoints: 0,
  signatures: 0,
  cosignatures: 0,
  knownHeads: 0,
};

/** Findings of which nobody can say that the log is wrong. */
const undecided: readonly ReasonCode[] = [
  'bundle.unreadable',
  'bundle.unknown-version',
  'bundle.no-checkpoint',
  'key.unusable',
  'key.not-given',
  'known.unverified',
  'checkpoint.not-cosigned',
  'package.unreadable',
  'event.unsealed',
  'head.not-cosigned',
  'timestamp.not-given',
];

export const verdictOf = (finding: Finding | null, checked: Checked): Verdict => {
  if (finding === null) return { result: 'good', checked };
  const { code, record, upTo: last, file, line, found } = finding;
  const result = undecided.includes(code) ? 'cannot-tell' : 'bad';
  return {
    result,
    firstBad: { ...finding, reason: reasonOf(code, record, { last, file, line, found }) },
    checked,
  };
};

/** Exit code of `duban verify`: 0 good, 1 bad, 2 cannot tell. */
export const exitCodeOf = ({ result }: Verdict): 0 | 1 | 2 => {
  switch (result) {
    case 'good':
      return 0;
    case 'bad':
      return 1;
    case 'cannot-tell':
      return 2;
  }
};
