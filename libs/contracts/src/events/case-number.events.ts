/**
 * Events of a `number-<digest>` stream: which case has a case number. Appended before the case is opened, with the
 * expectation that there is no stream yet: of many that ask at once, one gets it. Storage format: never rename one.
 */
import type { Message } from '@duban/kernel';

/** The last one of a stream holds. A later one replaces a case that was never opened under this number. */
export type CaseNumberReserved = Message<
  'CaseNumberReserved',
  {
    /** What the stream is named after: the number as it counts, without blanks and kinds of brackets. */
    readonly number: string;
    /** As it was written. */
    readonly caseNo: string;
    readonly caseId: string;
  }
>;

export type CaseNumberEvent = CaseNumberReserved;
