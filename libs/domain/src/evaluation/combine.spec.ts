import { describe, expect, it } from '@jest/globals';
import { combineOutcome, missingInstruments, type Instruments } from './combine.ts';
import { deputyOutcome, type DeputyAnswer } from './deputy.ts';

describe('instruments together', () => {
  it.each<[Instruments, string, string | null, readonly string[]]>([
    [{ vote: 'satisfied' }, 'satisfied', 'vote', []],
    [{ vote: 'dissatisfied', survey: 'satisfied', verification: 'verified' }, 'dissatisfied', 'vote', []],
    [{ vote: 'basic', survey: 'dissatisfied' }, 'basic', 'vote', ['survey']],
    [{ vote: 'satisfied', inspection: 'not-done' }, 'satisfied', 'vote', ['inspection']],
    [{ vote: 'satisfied', verification: 'not-done' }, 'satisfied', 'vote', ['verification']],
    [{ vote: 'satisfied', inspection: 'partly', survey: 'basic' }, 'satisfied', 'vote', []],
    [{ vote: 'void' }, 'undecided', null, ['vote']],
    [{ vote: 'void', verification: 'verified' }, 'satisfied', 'verification', ['vote']],
    [{ verification: 'verified' }, 'satisfied', 'verification', []],
    [{ verification: 'partly' }, 'basic', 'verification', []],
    [{ verification: 'not-done' }, 'dissatisfied', 'verification', ['verification']],
    [{ inspection: 'verified' }, 'satisfied', 'inspection', []],
    [{ inspection: 'verified', verification: 'partly' }, 'basic', 'verification', []],
    [{ survey: 'satisfied' }, 'satisfied', 'survey', []],
    [{ survey: 'basic', verification: 'verified' }, 'basic', 'survey', []],
    [{ survey: 'dissatisfied' }, 'undecided', null, ['survey']],
    [{ survey: 'dissatisfied', verification: 'verified' }, 'satisfied', 'verification', ['survey']],
    [{ survey: 'indicative' }, 'undecided', null, []],
    [{ survey: 'indicative', verification: 'verified' }, 'satisfied', 'verification', []],
    [{ appraisal: 'dissatisfied', survey: 'satisfied' }, 'dissatisfied', 'appraisal', []],
    [{ 'deputy-evaluation': 'basic', appraisal: 'satisfied' }, 'basic', 'deputy-evaluation', []],
    [{ 'deputy-evaluation': 'not-evaluated' }, 'undecided', null, []],
    [{}, 'undecided', null, []],
  ])('%j: %s by %s, closing blocked by %j', (instruments, outcome, decidedBy, closingBlockedBy) => {
    expect(combineOutcome(instruments)).toEqual({ outcome, decidedBy, closingBlockedBy });
  });

  it('are missing until each required one was used', () => {
    expect(missingInstruments(['verification', 'vote'], ['vote', 'survey'])).toEqual(['verification']);
    expect(missingInstruments(['verification'], ['verification'])).toEqual([]);
  });
});

describe('deputies', () => {
  const answer = (attitude: DeputyAnswer['attitude'], result: DeputyAnswer['result']) => ({
    attitude,
    result,
  });

  it('are satisfied only where all answers are', () => {
    expect(deputyOutcome([answer('satisfied', 'satisfied'), answer('satisfied', 'satisfied')])).toEqual({
      outcome: 'satisfied',
      attitude: 'satisfied',
      result: 'satisfied',
      answered: 2,
      silent: 0,
    });
  });

  it('are as dissatisfied as the worst answer in either dimension', () => {
    expect(deputyOutcome([answer('satisfied', 'basic'), answer('satisfied', 'satisfied')])).toMatchObject({
      outcome: 'basic',
      attitude: 'satisfied',
      result: 'basic',
    });
    expect(deputyOutcome([answer('dissatisfied', 'satisfied'), answer('basic', 'basic')])).toMatchObject({
      outcome: 'dissatisfied',
      attitude: 'dissatisfied',
      result: 'basic',
    });
  });

  it('who are silent count for nothing', () => {
    expect(deputyOutcome([null, answer('basic', 'satisfied')])).toMatchObject({
      outcome: 'basic',
      answered: 1,
      silent: 1,
    });
  });

  it('who are all silent have not evaluated, and so have none', () => {
    const nothing = {
      outcome: 'not-evaluated',
      attitude: 'not-evaluated',
      result: 'not-evaluated',
      answered: 0,
    };
    expect(deputyOutcome([null, null])).toEqual({ ...nothing, silent: 2 });
    expect(deputyOutcome([])).toEqual({ ...nothing, silent: 0 });
  });
});
