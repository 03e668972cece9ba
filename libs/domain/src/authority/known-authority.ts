import { bodyOn, type BodyOnDay, type BodyState } from '../body/body.state.ts';
import { ownEntry } from '../case/own-entry.ts';
import type { MandateState } from '../mandate/mandate.state.ts';
import type { MeetingState } from '../meeting/meeting.state.ts';

/** An entry of a register, and the revision at which it was read. */
export type ReadEntry<State> = { readonly state: State; readonly revision: number };

/** What other streams say about a decision or a mandate: read by the ids that the command names, before it is decided. */
export type KnownAuthority = {
  /** By id. */
  readonly bodies: Readonly<Record<string, ReadEntry<BodyState>>>;
  /** The meeting that the decision names; null: it names none, or there is none of this id. */
  readonly meeting: ReadEntry<MeetingState> | null;
  /** The mandate that is named; null as above. */
  readonly mandate: ReadEntry<MandateState> | null;
  /** Last days of terms 换届, past ones included: mandates lapse with the term in which they began. */
  readonly termEnds: readonly string[];
};

/** The body as it was on a day (ISO date), with the revision at which its register was read; undefined: there was none. */
export const sittingOn = (
  { bodies }: Pick<KnownAuthority, 'bodies'>,
  body: string,
  on: string,
): (BodyOnDay & { readonly revision: number }) | undefined => {
  const read = ownEntry(bodies, body);
  const sitting = read === undefined ? undefined : bodyOn(read.state, on);
  return read === undefined || sitting === undefined ? undefined : { ...sitting, revision: read.revision };
};

/** Where nothing was read, nothing is known. */
export const NOTHING_KNOWN: KnownAuthority = { bodies: {}, meeting: null, mandate: null, termEnds: [] };
