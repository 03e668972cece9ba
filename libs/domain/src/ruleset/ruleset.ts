import type { LegalPeriod } from '../calendar/calendar.ts';
import type { Instrument } from '../case/case.vocabulary.ts';

/** Against whom "more than half" is counted. */
export type VoteDenominator = 'all-members' | 'present' | 'valid';

export type Outcome = 'satisfied' | 'basic' | 'dissatisfied';

export type VoteRule = {
  readonly id: string;
  readonly denominator: VoteDenominator;
  /** Outcome is reached when ballots / denominator is strictly above numerator / divisor. Whole numbers, no floats. */
  readonly threshold: { readonly numerator: number; readonly divisor: number };
};

export type SurveyRule = {
  readonly id: string;
  /** Weighted positive rate in whole per mille: at or above `goodPerMille` is satisfied, `basicPerMille` basic. */
  readonly goodPerMille: number;
  readonly basicPerMille: number;
  /** Below this number of valid answers the wave is indicative and can neither close nor fail an item. */
  readonly minimumValid: number;
};

/** A light is data: its condition is about working days left until the due date (negative: overdue). */
export type LightRule = {
  readonly id: string;
  readonly color: 'green' | 'blue' | 'yellow' | 'red' | 'grey';
  /** Lit when working days left are at or below this; `null` lights always. The first rule that holds wins. */
  readonly atOrBelowWorkingDays: number | null;
};

export type EscalationRung = {
  readonly id: string;
  /** Calendar days relative to the due date: -10 is ten days before. */
  readonly daysFromDue: number;
  readonly level: 'reminder' | 'chase-slip' | 'vice-chair' | 'chairpersons-council';
};

export type DissatisfiedRung = {
  /** The n-th dissatisfied conclusion of one item. The last rung holds for all later ones. */
  readonly failure: number;
  readonly measures: readonly DissatisfiedMeasure[];
  readonly decidedBy: 'standing-committee' | 'chairpersons-council';
};

export type DissatisfiedMeasure =
  | 'report-to-next-meeting'
  | 'special-inquiry'
  | 'resolution-with-deadline'
  | 'interpellation-proposal'
  | 'special-investigation'
  | 'party-report';

export type ClassScheme = {
  readonly id: string;
  readonly classes: readonly {
    readonly letter: string;
    readonly zh: string;
    readonly en: string;
    readonly solved: boolean;
  }[];
};

/** Every value of domain.md that is local and not law. Frozen into a case when its items are assigned. */
export type RuleSet = {
  readonly id: string;
  readonly version: number;
  readonly periods: {
    readonly opinionsReport: LegalPeriod;
    readonly plan: LegalPeriod;
    readonly returnWindow: LegalPeriod;
    readonly coOpinion: LegalPeriod;
    readonly suggestionAssign: LegalPeriod;
    readonly suggestionReply: LegalPeriod;
    readonly suggestionRehandling: LegalPeriod;
    readonly auditRectification: LegalPeriod;
    readonly lookBack: LegalPeriod;
    readonly lookBackContinuous: LegalPeriod;
  };
  readonly returnsBeforeDesignation: number;
  readonly extensions: {
    readonly maximumCount: number;
    readonly maximumLength: LegalPeriod;
  };
  readonly vote: VoteRule;
  readonly survey: SurveyRule;
  /** Evaluation instruments that must be present before a case is concluded, by source type. */
  readonly requiredInstruments: Readonly<Record<string, readonly Instrument[]>>;
  readonly basicNeedsLookBack: boolean;
  readonly lights: readonly LightRule[];
  readonly escalation: readonly EscalationRung[];
  readonly dissatisfied: readonly DissatisfiedRung[];
  readonly classSchemes: readonly ClassScheme[];
  readonly secondEvaluationWaivedFor: readonly string[];
  readonly suspensionGrounds: readonly string[];
  readonly silentDeputyReminders: number;
};

/** How a rule set is named in events: `cq-default@1`. */
export const ruleSetName = (rules: RuleSet): string => `${rules.id}@${String(rules.version)}`;
