import { createHash } from 'node:crypto';
import { rejected, type Decider } from '@duban/kernel';
import { decodeEventOf, type CaseNumberEvent } from '@duban/contracts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';

export type CaseNumberState = {
  readonly holder: {
    readonly caseId: string;
    readonly caseNo: string;
    /** When it was reserved; an instant in UTC. */
    readonly recordedAt: string;
  } | null;
};

export type CaseNumberCommand = {
  readonly type: 'ReserveCaseNumber';
  readonly data: CaseNumberEvent['data'] & {
    /** A case that holds the number and has no right to it: it was never opened, or under another number. */
    readonly abandonedBy: string | null;
  };
};

type Deciding = Decider<CaseNumberState, CaseNumberCommand, CaseNumberEvent, 'case.number-taken'>;

const decider: Deciding = {
  initialState: { holder: null },

  decide: ({ data: { abandonedBy, ...data } }, { holder }) => {
    if (holder?.caseId === data.caseId) return [];
    return holder === null || holder.caseId === abandonedBy
      ? [{ type: 'CaseNumberReserved', data }]
      : rejected('case.number-taken', { caseNo: holder.caseNo, caseId: holder.caseId });
  },

  evolve: (_state, { data: { caseId, caseNo }, recordedAt }) => ({ holder: { caseId, caseNo, recordedAt } }),
};

export const caseNumberKind: StreamKind<
  CaseNumberState,
  CaseNumberCommand,
  CaseNumberEvent,
  'case.number-taken'
> = { decider, encode: encodeThroughRegistry, decode: decodeEventOf('number') };

/** A name of the same length whatever people write into a number. */
export const caseNumberStream = (normalised: string): string =>
  `number-${createHash('sha256').update(normalised).digest('hex')}`;
