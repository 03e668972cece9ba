import { Type, type Static } from '@sinclair/typebox';
import { escalationLevel, instrument, supervisionForm, type Grade } from '../case/case.vocabulary.ts';
import { tableOf } from '../schema/columns.ts';
import type { Data } from '../schema/data.ts';
import {
  closed,
  count,
  flag,
  id,
  legalPeriod,
  listOf,
  oneOf,
  orNull,
  shape,
  text,
  whole,
} from '../schema/parts.ts';
import { TWO_PERSON_ACTS } from '../two-persons/two-persons.ts';
import { surveyRule } from '../schema/survey-parts.ts';

export type Outcome = Grade;

const periods = () =>
  closed({
    opinionsReport: legalPeriod(),
    plan: legalPeriod(),
    returnWindow: legalPeriod(),
    coOpinion: legalPeriod(),
    suggestionAssign: legalPeriod(),
    suggestionReply: legalPeriod(),
    suggestionRehandling: legalPeriod(),
    auditRectification: legalPeriod(),
    lookBack: legalPeriod(),
    lookBackContinuous: legalPeriod(),
  });

/** Against whom "more than half" is counted. */
const voteDenominator = () => oneOf('all-members', 'present', 'valid');

export type VoteDenominator = Static<ReturnType<typeof voteDenominator>>;

/**
 * The outcome is reached when ballots / denominator is strictly above numerator / divisor of the threshold: whole numbers, no
 * floats.
 */
const voteRule = () =>
  closed({
    id: id(),
    denominator: voteDenominator(),
    threshold: closed({ numerator: count(), divisor: whole(1) }),
  });

export type VoteRule = Data<ReturnType<typeof voteRule>>;

/**
 * Weighted positive rate in whole per mille: at or above `goodPerMille` is satisfied, `basicPerMille` basic. Below
 * `minimumValid` valid answers the wave is indicative and can neither close nor fail an item.
 */
export type SurveyRule = Data<ReturnType<typeof surveyRule>>;

export const lightColor = () => oneOf('green', 'blue', 'yellow', 'red', 'grey');

/**
 * A light is data: it is lit when working days left until the due date (negative: overdue) are at or below the number;
 * null lights always. The first rule that holds wins.
 */
const lightRule = () =>
  closed({
    id: id(),
    color: lightColor(),
    atOrBelowWorkingDays: orNull(Type.Integer()),
  });

export type LightRule = Data<ReturnType<typeof lightRule>>;

/** Calendar days relative to the due date: -10 is ten days before. */
const escalationRung = () => closed({ id: id(), daysFromDue: Type.Integer(), level: escalationLevel() });

export type EscalationRung = Data<ReturnType<typeof escalationRung>>;

const dissatisfiedMeasure = () =>
  oneOf(
    'report-to-next-meeting',
    'special-inquiry',
    'resolution-with-deadline',
    'interpellation-proposal',
    'special-investigation',
    'party-report',
  );

export type DissatisfiedMeasure = Static<ReturnType<typeof dissatisfiedMeasure>>;

/** `failure`: the n-th dissatisfied conclusion of one item. The last rung holds for all later ones. */
const dissatisfiedRung = () =>
  closed({
    failure: whole(1),
    measures: listOf(dissatisfiedMeasure()),
    decidedBy: oneOf('standing-committee', 'chairpersons-council'),
  });

export type DissatisfiedRung = Data<ReturnType<typeof dissatisfiedRung>>;

const classScheme = () =>
  closed({
    id: id(),
    classes: listOf(closed({ letter: id(), zh: text(), en: text(), solved: flag() })),
  });

/**
 * Every value of domain.md that is local and not law. Frozen into a case when its items are assigned. `requiredInstruments`
 * must be present before a case is concluded, by source type. `confirmedByOne`: acts of two persons that one may do alone in an
 * office with too few people, each of them marked; left out: none. `decisions`: whether a step of a body names its recorded decision
 * or a mandate (`required`), or may name a document or meeting in its basis instead (`on-paper`); left out: required of whoever enters
 * for a body that is registered.
 * `publishWithinDays`: calendar days by which deputies and the public are told; left out: `PUBLISH_WITHIN_DAYS`.
 */
export const ruleSet = () =>
  shape('RuleSet', {
    id: id(),
    version: whole(1),
    periods: periods(),
    returnsBeforeDesignation: count(),
    extensions: closed({ maximumCount: count(), maximumLength: legalPeriod() }),
    vote: voteRule(),
    survey: surveyRule(),
    requiredInstruments: tableOf(
      { name: 'supervisionForm', schema: supervisionForm() },
      { name: 'instruments', schema: listOf(instrument()) },
    ),
    basicNeedsLookBack: flag(),
    lights: listOf(lightRule()),
    escalation: listOf(escalationRung()),
    dissatisfied: listOf(dissatisfiedRung()),
    classSchemes: listOf(classScheme()),
    secondEvaluationWaivedFor: listOf(id()),
    suspensionGrounds: listOf(text()),
    silentDeputyReminders: count(),
    publishWithinDays: Type.Optional(whole(1)),
    confirmedByOne: Type.Optional(listOf(oneOf(...TWO_PERSON_ACTS))),
    decisions: Type.Optional(oneOf('required', 'on-paper')),
  });

export type RuleSet = Data<ReturnType<typeof ruleSet>>;

/** How a rule set is named in events: `cq-default@1`. */
export const ruleSetName = (rules: RuleSet): string => `${rules.id}@${String(rules.version)}`;
