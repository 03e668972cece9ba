import type { Decider, Message } from '@duban/kernel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDecider, type CalendarCommand } from './calendar/calendar.register.ts';
import { stateAfter } from './given.fixture.ts';
import { organDecider, type OrganCommand } from './organ/organ.register.ts';
import { placed } from './register/placed.fixture.ts';
import { cqDefault1 } from './ruleset/cq-default.ts';
import { ruleSetDecider, type RuleSetCommand } from './ruleset/ruleset.register.ts';
import { surveyDecider, type SurveyCommand } from './survey/survey.register.ts';

const day = fc.constantFrom('2026-01-05', '2026-03-02', '2026-06-01');

const organCommand: fc.Arbitrary<OrganCommand> = fc.oneof(
  fc.record({ name: fc.constantFrom('a', 'b'), since: day }).map((data): OrganCommand => ({
    type: 'RegisterOrgan',
    data: { organId: 'o', kind: 'bureau', ...data },
  })),
  fc
    .record({ name: fc.constantFrom('a', 'b', ''), from: day })
    .map((data): OrganCommand => ({ type: 'RenameOrgan', data: { organId: 'o', ...data } })),
  day.map((on): OrganCommand => ({ type: 'MergeOrgan', data: { organId: 'o', into: 'p', on } })),
  day.map((on): OrganCommand => ({ type: 'DissolveOrgan', data: { organId: 'o', successor: null, on } })),
);

const calendarCommand: fc.Arbitrary<CalendarCommand> = fc
  .record({ year: fc.constantFrom(2025, 2026), notice: fc.constantFrom('n', 'm'), correct: fc.boolean() })
  .map(({ year, notice, correct }) => {
    const data = { region: 'CN', calendarYear: { year, restDays: {}, workDays: {}, notice } };
    return correct
      ? { type: 'CorrectCalendarYear', data: { ...data, reason: 'amended' } }
      : { type: 'PublishCalendarYear', data };
  });

const ruleSetCommand: fc.Arbitrary<RuleSetCommand> = fc
  .record({ version: fc.integer({ min: 1, max: 3 }), silentDeputyReminders: fc.integer({ min: -1, max: 2 }) })
  .chain((more) =>
    day.map((effectiveFrom) => ({
      type: 'PublishRuleSet',
      data: { rules: { ...cqDefault1, ...more }, effectiveFrom },
    })),
  );

const design: SurveyCommand = {
  type: 'DesignSurvey',
  data: {
    surveyId: 's',
    caseId: 'c',
    coversItemIds: ['i'],
    instrument: 'web',
    population: 'residents',
    frame: 'register',
    evaluatedOrgans: ['bureau'],
    collector: 'cq-so',
    contractor: 'institute',
    weightScheme: null,
    ruleSet: 'cq-default@1',
    rule: cqDefault1.survey,
  },
};
const counts = { verySatisfied: 1, satisfied: 1, basic: 0, dissatisfied: 0, veryDissatisfied: 0 };

const surveyCommand: fc.Arbitrary<SurveyCommand> = fc.oneof(
  fc.constant(design),
  fc
    .record({ waveId: fc.constantFrom('w1', 'w2'), opensOn: day, closesOn: day })
    .map((data): SurveyCommand => ({
      type: 'OpenWave',
      data: { surveyId: 's', cycle: 1, planned: 9, ...data },
    })),
  fc
    .record({ waveId: fc.constantFrom('w1', 'w2'), valid: fc.constantFrom(2, 3) })
    .map(({ waveId, valid }): SurveyCommand => {
      const tally = { issued: 9, valid, counts, weightedRatePerMille: null, marginPerMille: null };
      return {
        type: 'CloseWave',
        data: { surveyId: 's', waveId, tally: { ...tally, datasetHash: 'a'.repeat(64) } },
      };
    }),
);

/** The events of a history in which refused commands left no trace. */
const history = <State, Command extends Message, Event extends Message, Reason extends string>(
  decider: Decider<State, Command, Event, Reason>,
  commands: readonly Command[],
): readonly Event[] =>
  commands.reduce<readonly Event[]>((events, command) => {
    const decision = decider.decide(command, stateAfter(decider, events));
    return 'rejected' in decision ? events : [...events, ...decision];
  }, []);

/** Whatever came before, an accepted command decides nothing when it comes again, and a refused one stays refused. */
const repeats = <State, Command extends Message, Event extends Message, Reason extends string>(
  decider: Decider<State, Command, Event, Reason>,
  command: fc.Arbitrary<Command>,
): void => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 8 }), command, (before, last) => {
      const events = history(decider, before);
      const first = decider.decide(last, stateAfter(decider, events));
      const refused = 'rejected' in first;
      const state = stateAfter(decider, refused ? events : [...events, ...first]);
      expect(decider.decide(last, state)).toEqual(refused ? first : []);
      expect(stateAfter(decider, history(decider, [...before, last]))).toEqual(state);
    }),
    { numRuns: 300 },
  );
};

it('an organ’s command that is repeated decides nothing', () => {
  repeats(placed(organDecider), organCommand);
});

it('a calendar’s command that is repeated decides nothing', () => {
  repeats(placed(calendarDecider), calendarCommand);
});

it('a rule set’s command that is repeated decides nothing', () => {
  repeats(placed(ruleSetDecider), ruleSetCommand);
});

it('a survey’s command that is repeated decides nothing', () => {
  repeats(placed(surveyDecider), surveyCommand);
});

it('gives every calendar version a name of its own', () => {
  fc.assert(
    fc.property(fc.array(calendarCommand, { maxLength: 12 }), (commands) => {
      const versions = history(placed(calendarDecider), commands).map(({ data }) => data.version);
      expect(new Set(versions).size).toBe(versions.length);
      expect(versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))).toEqual(versions);
    }),
  );
});
