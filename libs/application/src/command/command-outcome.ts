import type { Position, Rejected } from '@duban/kernel';

export type WrittenEvent = { readonly type: string; readonly id: string };

/** What became of a command. Refusals and conflicts are values; only broken infrastructure throws. */
export type CommandOutcome<Reason extends string = string> =
  | {
      readonly outcome: 'accepted';
      /** Of the last event of this command. */
      readonly revision: number;
      readonly position: Position;
      readonly events: readonly WrittenEvent[];
      /** The command id was known: this is the first answer once more. */
      readonly replayed: boolean;
    }
  /** Already so: nothing was written. `revision` is null when the stream does not exist. */
  | { readonly outcome: 'nothing-to-do'; readonly revision: number | null; readonly position: Position }
  | ({ readonly outcome: 'rejected'; readonly revision: number | null } & Rejected<Reason>)
  | { readonly outcome: 'revision-conflict'; readonly currentRevision: number | null }
  | { readonly outcome: 'key-reused' };
