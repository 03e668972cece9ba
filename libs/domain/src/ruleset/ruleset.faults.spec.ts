import { expect, it } from '@jest/globals';
import { cqDefault1 } from './cq-default.ts';
import { ruleSetFaults, type RuleSetFault } from './ruleset.faults.ts';
import type { LightRule, RuleSet } from './ruleset.ts';

const threshold = (numerator: number, divisor: number): Partial<RuleSet> => ({
  vote: { ...cqDefault1.vote, threshold: { numerator, divisor } },
});
const survey = (more: Partial<RuleSet['survey']>): Partial<RuleSet> => ({
  survey: { ...cqDefault1.survey, ...more },
});
const light = (id: string, atOrBelowWorkingDays: number | null): LightRule => ({
  id,
  color: 'red',
  atOrBelowWorkingDays,
});
const [reminder, slip, viceChair, council] = cqDefault1.escalation;
const rungs = [reminder, slip, viceChair, council].flatMap((rung) => rung ?? []);
const [first, later] = cqDefault1.dissatisfied.flatMap((rung) => rung);
const ladder = [first, later].flatMap((rung) => rung ?? []);

it('finds nothing wrong with the built-in rule set', () => {
  expect(ruleSetFaults(cqDefault1)).toEqual([]);
});

const zeroMonths = { n: 0, unit: 'month' } as const;

it.each<[Partial<RuleSet>, RuleSetFault]>([
  [{ version: 0 }, 'version-not-positive'],
  [{ version: 1.5 }, 'version-not-positive'],
  [{ periods: { ...cqDefault1.periods, plan: zeroMonths } }, 'period-not-positive'],
  [{ extensions: { maximumCount: 1, maximumLength: zeroMonths } }, 'period-not-positive'],
  [{ extensions: { ...cqDefault1.extensions, maximumCount: -1 } }, 'count-negative'],
  [{ silentDeputyReminders: 0.5 }, 'count-negative'],
  [threshold(1, 3), 'vote-threshold-not-sane'],
  [threshold(1, 1), 'vote-threshold-not-sane'],
  [threshold(0, 0), 'vote-threshold-not-sane'],
  [threshold(0.5, 1), 'vote-threshold-not-sane'],
  [survey({ goodPerMille: 600, basicPerMille: 600 }), 'survey-thresholds-not-ordered'],
  [survey({ goodPerMille: 1001 }), 'survey-thresholds-not-ordered'],
  [survey({ basicPerMille: 0 }), 'survey-thresholds-not-ordered'],
  [survey({ minimumValid: 0 }), 'survey-minimum-not-positive'],
  [{ lights: [light('a', 3), light('b', 3), light('c', null)] }, 'lights-not-ordered'],
  [{ lights: [light('a', 3), light('b', 5)] }, 'lights-never-fall-through'],
  [{ lights: [light('a', null), light('b', null)] }, 'lights-never-fall-through'],
  [{ lights: [] }, 'lights-never-fall-through'],
  [{ escalation: rungs.toReversed() }, 'escalation-not-ordered'],
  [{ escalation: rungs.map((rung) => ({ ...rung, daysFromDue: 1 })) }, 'escalation-not-ordered'],
  [
    { escalation: rungs.map((rung, n) => (n === 3 ? { ...rung, level: 'reminder' as const } : rung)) },
    'escalation-not-ordered',
  ],
  [{ dissatisfied: [] }, 'dissatisfied-ladder-not-contiguous'],
  [{ dissatisfied: ladder.toReversed() }, 'dissatisfied-ladder-not-contiguous'],
  [{ dissatisfied: ladder.map((rung) => ({ ...rung, measures: [] })) }, 'dissatisfied-rung-without-measure'],
  [{ requiredInstruments: {} }, 'instruments-missing'],
  [{ requiredInstruments: { suggestion: [] } }, 'instruments-missing'],
  [{ survey: { ...cqDefault1.survey, id: cqDefault1.vote.id } }, 'rule-ids-not-unique'],
  [
    {
      classSchemes: cqDefault1.classSchemes.map((scheme) => ({
        ...scheme,
        classes: [...scheme.classes, ...scheme.classes],
      })),
    },
    'class-letters-not-unique',
  ],
  [{ secondEvaluationWaivedFor: ['E'] }, 'waived-class-unknown'],
])('finds in %j: %s', (change, fault) => {
  expect(ruleSetFaults({ ...cqDefault1, ...change })).toEqual([fault]);
});

it.each([
  [1, 2],
  [2, 3],
])('takes more than %i/%i for a threshold', (numerator, divisor) => {
  expect(ruleSetFaults({ ...cqDefault1, ...threshold(numerator, divisor) })).toEqual([]);
});

it('reports every fault at once', () => {
  expect(ruleSetFaults({ ...cqDefault1, version: 0, lights: [] })).toEqual([
    'version-not-positive',
    'lights-never-fall-through',
  ]);
});
