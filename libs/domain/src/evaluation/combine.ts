import type { FindingVerdict, Instrument } from '../case/case.vocabulary.ts';
import type { Outcome } from '../ruleset/ruleset.ts';
import type { DeputyOutcome } from './deputy.ts';

/** The verifier's finding about one item. */
export type Finding = FindingVerdict;

/** What each instrument said of one item in one cycle; absent where it was not used. */
export type Instruments = {
  readonly vote?: Outcome | 'void';
  readonly 'deputy-evaluation'?: DeputyOutcome;
  readonly appraisal?: Outcome;
  readonly survey?: Outcome | 'indicative';
  readonly verification?: Finding;
  readonly inspection?: Finding;
};

export type CombinedOutcome = {
  /** `undecided`: nothing present may decide, such as a poor survey alone: the Chairpersons' Council does (section 8). */
  readonly outcome: Outcome | 'undecided';
  readonly decidedBy: Instrument | null;
  /** Instruments that forbid closing although the outcome may be good. */
  readonly closingBlockedBy: readonly Instrument[];
};

/** Lexicographic (section 4, DESIGN): the first that has something to say decides, no average is ever made. */
const ORDER = [
  'vote',
  'deputy-evaluation',
  'appraisal',
  'survey',
  'verification',
  'inspection',
] as const satisfies readonly Instrument[];

const OF_FINDING: Readonly<Record<Finding, Outcome>> = {
  verified: 'satisfied',
  partly: 'basic',
  'not-done': 'dissatisfied',
};

/** What an instrument may decide; null where it may not: void, indicative, silent, or a poor survey. */
const word = (instruments: Instruments, instrument: (typeof ORDER)[number]): Outcome | null => {
  switch (instrument) {
    case 'survey':
      return instruments.survey === 'satisfied' || instruments.survey === 'basic' ? instruments.survey : null;
    case 'verification':
    case 'inspection': {
      const finding = instruments[instrument];
      return finding === undefined ? null : OF_FINDING[finding];
    }
    case 'vote':
    case 'deputy-evaluation':
    case 'appraisal': {
      const said = instruments[instrument];
      return said === undefined || said === 'void' || said === 'not-evaluated' ? null : said;
    }
  }
};

/** A void vote is to be held again; a poor survey or failed inspection or verification is to be answered first. */
const blocks = (instruments: Instruments): readonly Instrument[] => {
  const found: readonly (readonly [boolean, Instrument])[] = [
    [instruments.vote === 'void', 'vote'],
    [instruments.survey === 'dissatisfied', 'survey'],
    [instruments.verification === 'not-done', 'verification'],
    [instruments.inspection === 'not-done', 'inspection'],
  ];
  return found.flatMap(([blocking, instrument]) => (blocking ? [instrument] : []));
};

export const combineOutcome = (instruments: Instruments): CombinedOutcome => {
  const closingBlockedBy = blocks(instruments);
  for (const instrument of ORDER) {
    const outcome = word(instruments, instrument);
    if (outcome !== null) return { outcome, decidedBy: instrument, closingBlockedBy };
  }
  return { outcome: 'undecided', decidedBy: null, closingBlockedBy };
};

/** The required instruments that have not been used yet: a case is not concluded before they are. */
export const missingInstruments = (
  required: readonly Instrument[],
  present: readonly Instrument[],
): readonly Instrument[] => required.filter((instrument) => !present.includes(instrument));
