import type { Outcome, VoteRule } from '../ruleset/ruleset.ts';

/** Numbers of one secret ballot; never a single ballot (section 4). `invalid`: marked for none or for several (S15). */
export type VoteTally = {
  readonly eligible: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly counts: { readonly satisfied: number; readonly basic: number; readonly dissatisfied: number };
  readonly invalid: number;
};

/** A tally that cannot be true: to be refused at recording. More collected than issued is none of these, but void. */
export type VoteTallyFault =
  | 'not-a-count'
  | 'present-exceeds-eligible'
  | 'issued-exceeds-present'
  | 'nothing-collected'
  | 'valid-and-invalid-are-not-collected'
  | 'counts-are-not-valid';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** Reads the tally only: what is handed over may be a whole vote record. */
export const voteTallyFaults = ({ counts, ...tally }: VoteTally): readonly VoteTallyFault[] => {
  const { eligible, present, issued, collected, valid, invalid } = tally;
  const numbers = [eligible, present, issued, collected, valid, invalid, ...Object.values(counts)];
  const found: readonly (readonly [boolean, VoteTallyFault])[] = [
    [!numbers.every(isCount), 'not-a-count'],
    [tally.present > tally.eligible, 'present-exceeds-eligible'],
    [tally.issued > tally.present, 'issued-exceeds-present'],
    [tally.collected === 0, 'nothing-collected'],
    [tally.valid + tally.invalid !== tally.collected, 'valid-and-invalid-are-not-collected'],
    [sum(Object.values(counts)) !== tally.valid, 'counts-are-not-valid'],
  ];
  return found.flatMap(([wrong, fault]) => (wrong ? [fault] : []));
};

/** One comparison that was made: `ballots` against the fewest that are more than the threshold. */
export type VoteStep = {
  readonly code: 'satisfied' | 'satisfied-and-basic' | 'collected-exceeds-issued' | VoteTallyFault;
  readonly ballots: number;
  readonly required: number;
};

export type VoteResult = {
  readonly outcome: Outcome | 'void';
  readonly ruleId: string;
  readonly denominator: { readonly of: VoteRule['denominator']; readonly value: number };
  readonly explanation: readonly VoteStep[];
};

const denominatorOf = (rule: VoteRule, tally: VoteTally): number => {
  switch (rule.denominator) {
    case 'all-members':
      return tally.eligible;
    case 'present':
      return tally.present;
    case 'valid':
      return tally.valid;
  }
};

const voidSteps = (tally: VoteTally): readonly VoteStep[] => [
  ...voteTallyFaults(tally).map((code): VoteStep => ({
    code,
    ballots: tally.collected,
    required: tally.issued,
  })),
  ...(tally.collected > tally.issued
    ? [{ code: 'collected-exceeds-issued', ballots: tally.collected, required: tally.issued } as const]
    : []),
];

/**
 * Section 2.6: "satisfied" above the threshold is Satisfied; together with "basic" above it, Basic; else Dissatisfied.
 * More ballots collected than issued make the vote void, and so does a tally that does not add up. Whole numbers only.
 */
export const voteOutcome = (rule: VoteRule, tally: VoteTally): VoteResult => {
  const value = denominatorOf(rule, tally);
  const result = { ruleId: rule.id, denominator: { of: rule.denominator, value } };
  const faults = voidSteps(tally);
  if (faults.length > 0) return { ...result, outcome: 'void', explanation: faults };
  const required = Math.floor((value * rule.threshold.numerator) / rule.threshold.divisor) + 1;
  const { satisfied, basic } = tally.counts;
  const first: VoteStep = { code: 'satisfied', ballots: satisfied, required };
  if (satisfied >= required) return { ...result, outcome: 'satisfied', explanation: [first] };
  const explanation: readonly VoteStep[] = [
    first,
    { code: 'satisfied-and-basic', ballots: satisfied + basic, required },
  ];
  return { ...result, outcome: satisfied + basic >= required ? 'basic' : 'dissatisfied', explanation };
};
