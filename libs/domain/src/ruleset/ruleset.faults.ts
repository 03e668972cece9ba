import { ESCALATION_LEVELS, type EscalationLevel } from '../case/case.vocabulary.ts';
import type { LegalPeriod } from '../calendar/calendar.ts';
import type { DissatisfiedRung, EscalationRung, LightRule, RuleSet } from './ruleset.ts';

export type RuleSetFault =
  | 'version-not-positive'
  | 'period-not-positive'
  | 'count-negative'
  | 'vote-threshold-not-sane'
  | 'survey-thresholds-not-ordered'
  | 'survey-minimum-not-positive'
  | 'lights-not-ordered'
  | 'lights-never-fall-through'
  | 'escalation-not-ordered'
  | 'dissatisfied-ladder-not-contiguous'
  | 'dissatisfied-rung-without-measure'
  | 'instruments-missing'
  | 'rule-ids-not-unique'
  | 'class-letters-not-unique'
  | 'waived-class-unknown';

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isPositive = (n: number): boolean => isCount(n) && n > 0;
const unique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
const ascending = (numbers: readonly number[]): boolean =>
  numbers.every((n, index) => Number.isSafeInteger(n) && (index === 0 || n > (numbers[index - 1] ?? n)));

const periodsOf = (rules: RuleSet): readonly LegalPeriod[] => [
  ...Object.values(rules.periods),
  rules.extensions.maximumLength,
];

/** "More than half" up to "more than all but none": at least half, below one, or a minority could decide. */
const saneThreshold = ({ numerator, divisor }: RuleSet['vote']['threshold']): boolean =>
  isPositive(numerator) && isPositive(divisor) && numerator * 2 >= divisor && numerator < divisor;

const saneSurvey = ({ goodPerMille, basicPerMille }: RuleSet['survey']): boolean =>
  ascending([0, basicPerMille, goodPerMille]) && goodPerMille <= 1000;

/** The first rule that holds wins, so bounds ascend, and the last one, and it alone, always holds. */
const orderedLights = (lights: readonly LightRule[]): boolean =>
  ascending(lights.flatMap(({ atOrBelowWorkingDays }) => atOrBelowWorkingDays ?? []));

const lightsFallThrough = (lights: readonly LightRule[]): boolean =>
  lights.length > 0 &&
  lights.every((light, index) => (light.atOrBelowWorkingDays === null) === (index === lights.length - 1));

const severity = (level: EscalationLevel): number => ESCALATION_LEVELS.indexOf(level);

/** Later is never milder. */
const orderedEscalation = (rungs: readonly EscalationRung[]): boolean =>
  ascending(rungs.map(({ daysFromDue }) => daysFromDue)) &&
  rungs.every(({ level }, i) => i === 0 || severity(level) >= severity(rungs[i - 1]?.level ?? level));

const contiguousLadder = (rungs: readonly DissatisfiedRung[]): boolean =>
  rungs.length > 0 && rungs.every(({ failure }, index) => failure === index + 1);

const counts = (rules: RuleSet): readonly number[] => [
  rules.returnsBeforeDesignation,
  rules.extensions.maximumCount,
  rules.silentDeputyReminders,
];

const letters = (rules: RuleSet): readonly (readonly string[])[] =>
  rules.classSchemes.map(({ classes }) => classes.map(({ letter }) => letter));

const ruleIds = (rules: RuleSet): readonly string[] =>
  [...rules.lights, ...rules.escalation, ...rules.classSchemes, rules.vote, rules.survey].map(({ id }) => id);

/** Everything that is wrong with a rule set, each fault once: whoever edits it sees all of it at the first try. */
export const ruleSetFaults = (rules: RuleSet): readonly RuleSetFault[] => {
  const required = Object.values(rules.requiredInstruments);
  const known: readonly (readonly [boolean, RuleSetFault])[] = [
    [isPositive(rules.version), 'version-not-positive'],
    [periodsOf(rules).every(({ n }) => isPositive(n)), 'period-not-positive'],
    [counts(rules).every(isCount), 'count-negative'],
    [saneThreshold(rules.vote.threshold), 'vote-threshold-not-sane'],
    [saneSurvey(rules.survey), 'survey-thresholds-not-ordered'],
    [isPositive(rules.survey.minimumValid), 'survey-minimum-not-positive'],
    [orderedLights(rules.lights), 'lights-not-ordered'],
    [lightsFallThrough(rules.lights), 'lights-never-fall-through'],
    [orderedEscalation(rules.escalation), 'escalation-not-ordered'],
    [contiguousLadder(rules.dissatisfied), 'dissatisfied-ladder-not-contiguous'],
    [rules.dissatisfied.every(({ measures }) => measures.length > 0), 'dissatisfied-rung-without-measure'],
    [required.length > 0 && required.every((instruments) => instruments.length > 0), 'instruments-missing'],
    [unique(ruleIds(rules)), 'rule-ids-not-unique'],
    [letters(rules).every(unique), 'class-letters-not-unique'],
    [
      rules.secondEvaluationWaivedFor.every((letter) => letters(rules).flat().includes(letter)),
      'waived-class-unknown',
    ],
  ];
  return known.flatMap(([sound, fault]) => (sound ? [] : [fault]));
};
