import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES, ENDED_STAGES, OPEN_STAGES, stepRecords } from '@duban/domain';
import { caseRefusalTexts } from '@duban/domain/texts';
import { faults } from './faults-of-history.ts';
import { lawful } from './rules.ts';
import { lawfulSight, textShown } from './texts-of-history.ts';
import { walkAllSteps, type Walked } from './walk-all-steps.ts';

/** The same walk each time; `DUBAN_WALK_SEED=7` walks another one. */
const SEED = Number(process.env['DUBAN_WALK_SEED'] ?? 20_261_130);
/** A walk that has not met everything by then goes nowhere. */
const CASES = [300, 2_000] as const;
const OFTEN = 50;

/** Codes of the catalogue that no command on a case is answered with once it came through the edge, each with its reason. */
const NEVER_GIVEN: Readonly<Record<string, string>> = {
  'case.number-taken': 'numbers are reserved in a stream of their own, before the case is decided',
  'closing.disposition-missing': 'the schema of the command has the words of the list and no other',
};

const CODES = ['forbidden', ...Object.keys(caseRefusalTexts)];
const NAMES = Object.keys(stepRecords);

const seldom = ({ accepted }: Walked): readonly string[] =>
  NAMES.filter((name) => (accepted.get(name) ?? 0) < OFTEN);
const unmet = ({ refused }: Walked): readonly string[] => CODES.filter((code) => !refused.has(code)).sort();
const never = Object.keys(NEVER_GIVEN).sort();

let walked: Walked | undefined;
const theWalk = (): Walked =>
  (walked ??= walkAllSteps({
    ...{ seed: SEED, cases: CASES },
    isEnough: (soFar) => seldom(soFar).length === 0 && unmet(soFar).length === never.length,
  }));

describe(`a walk over all steps of a case, seed ${String(SEED)}`, () => {
  it('tries a hundred thousand and more', () => {
    expect(theWalk().tried).toBeGreaterThan(100_000);
  }, 600_000);

  it('takes every step fifty times', () => {
    expect(seldom(theWalk())).toEqual([]);
  });

  it('comes to every stage of an item and every state of a case', () => {
    const places = [...OPEN_STAGES, ...ENDED_STAGES, ...CASE_STATUSES];
    expect(places.filter((place) => !theWalk().visited.has(place))).toEqual([]);
  });

  it('is refused for every reason that there is', () => {
    expect(unmet(theWalk())).toEqual(never);
  });

  it.each([
    ['a supervised part changed a fact of the Congress’s side', faults.supervisedChanged],
    ['a miss vanished but by MissAnnulled', faults.missVanished],
    ['a body acted without decision or mandate', faults.bodyUnfounded],
    ['one person stood for two', faults.oneStoodForTwo],
    ['a reader saw a text outside their class', textShown(lawfulSight)],
    ['who inspected signed the closing', faults.inspectorSigned],
    ['a committee took the place of the one that leads', faults.otherCommittee],
  ] as const)(
    'holds no history in which %s',
    (_what, of) => {
      expect(theWalk().histories.flatMap((history) => of(history, lawful.evolve))).toEqual([]);
    },
    600_000,
  );
});
