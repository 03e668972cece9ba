import { Type } from '@sinclair/typebox';
import {
  closed,
  count,
  date,
  escalationLevel,
  flag,
  id,
  instrument,
  legalPeriod,
  listOf,
  oneOf,
  orNull,
  shape,
  surveyRule,
  text,
  whole,
} from '@duban/domain/schema';

const periods = closed({
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

const voteRule = closed({
  id: id(),
  denominator: oneOf('all-members', 'present', 'valid'),
  threshold: closed({ numerator: count(), divisor: whole(1) }),
});

const lightRule = closed({
  id: id(),
  color: oneOf('green', 'blue', 'yellow', 'red', 'grey'),
  atOrBelowWorkingDays: orNull(Type.Integer()),
});

const dissatisfiedRung = closed({
  failure: whole(1),
  measures: listOf(
    oneOf(
      'report-to-next-meeting',
      'special-inquiry',
      'resolution-with-deadline',
      'interpellation-proposal',
      'special-investigation',
      'party-report',
    ),
  ),
  decidedBy: oneOf('standing-committee', 'chairpersons-council'),
});

const classScheme = closed({
  id: id(),
  classes: listOf(closed({ letter: id(), zh: text(), en: text(), solved: flag() })),
});

const ruleSet = shape('RuleSet', {
  id: id(),
  version: whole(1),
  periods,
  returnsBeforeDesignation: count(),
  extensions: closed({ maximumCount: count(), maximumLength: legalPeriod() }),
  vote: voteRule,
  survey: surveyRule(),
  requiredInstruments: Type.Record(Type.String(), listOf(instrument())),
  basicNeedsLookBack: flag(),
  lights: listOf(lightRule),
  escalation: listOf(closed({ id: id(), daysFromDue: Type.Integer(), level: escalationLevel() })),
  dissatisfied: listOf(dissatisfiedRung),
  classSchemes: listOf(classScheme),
  secondEvaluationWaivedFor: listOf(id()),
  suspensionGrounds: listOf(text()),
  silentDeputyReminders: count(),
});

export const ruleSetSchemas = { RuleSetPublished: closed({ rules: ruleSet, effectiveFrom: date() }) };
