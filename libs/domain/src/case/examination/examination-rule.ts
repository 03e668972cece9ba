import type { Basis, LaterMembers, Recorded, RejectionDetails } from '@duban/kernel';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';

/** What the envelope of a stored event says besides what folds read. */
type Envelope = {
  readonly stream: string;
  readonly metadata: {
    readonly onBehalfOf: string | null;
    readonly basis: Basis;
    /** Name of the rule set by which it was decided. */
    readonly ruleSet?: string | null;
  } & Pick<LaterMembers, 'decidedAt' | 'decision' | 'mandate'>;
};

export type ExaminedCaseEvent = Recorded<CaseEvent> & Envelope;

/** An event of an organ, a calendar, a rule set, a survey or an import, in its newest version. */
export type ExaminedOtherEvent = Recorded & Envelope;

/** Facts about one place that a person needs to judge it: ids, dates, numbers. Never a free text. */
export type FoundDetails = RejectionDetails;

export type Examiner = {
  /** Called for every event of the registers (organs, calendars, rule sets, surveys, imports) before the first case. */
  readonly see?: (event: ExaminedOtherEvent) => void;
  /**
   * Called for every event of every case, one case after the other in the order of opening, with the case as it was
   * just before. One entry for each thing that today's rules would refuse.
   */
  readonly examine: (event: ExaminedCaseEvent, before: CaseState) => readonly FoundDetails[];
};

/**
 * What today's rules refuse and a log written before them may hold. A log is never changed for it: `duban doctor`
 * lists the places, and people decide.
 */
export type ExaminationRule<Code extends string = string> = {
  /** The code of the refusal that the same act would meet today. */
  readonly code: Code;
  /** Begins one reading of a log. What a rule keeps between events (numbers already used) is its own and grows with the cases, never with the events. */
  readonly begin: () => Examiner;
};

/** A rule that needs no memory. */
export const onEachEvent = <const Code extends string>(
  code: Code,
  examine: Examiner['examine'],
): ExaminationRule<Code> => ({ code, begin: () => ({ examine }) });
