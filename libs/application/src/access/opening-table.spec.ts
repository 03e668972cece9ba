import { describe, expect, it } from '@jest/globals';
import type { OpenedCase } from '@duban/domain';
import { ROLES } from '@duban/kernel';
import { audienceIn } from './opening-table.ts';

type Told = {
  readonly form?: string;
  readonly proposers?: readonly string[];
  readonly carried?: readonly string[];
};

/** Only what is asked for; the rest of a state is beside the point. */
const caseWith = (
  { form = 'resolution', proposers = [], carried = [] }: Told,
  more: object = {},
): OpenedCase => {
  const assignments = [{ organ: 'lead', endedOn: null }];
  const item = { addressee: 'government', imported: null, cycle: { assignments }, pastCycles: [] };
  return {
    ...{ status: 'open', opened: { addressee: 'government', supervisionForm: form } },
    ...{
      items: { i1: { ...item, proposers, proposersCarried: carried } },
      publications: [],
      withheld: null,
      restrictions: [],
      published: [],
    },
    ...more,
  } as object as OpenedCase;
};

const resolution = caseWith({});
const suggestion = caseWith({ form: 'suggestion', proposers: ['person:a'], carried: ['person:b'] });

const deputy = (id: string) => ({ id, role: 'deputy', organ: 'deputies' });

describe('who opens a case', () => {
  it('is in one table, by part and by what somebody is to it', () => {
    const of = (organ: string): readonly string[] =>
      ROLES.map((role) => `${role} ${audienceIn(resolution, { id: 'person:x', role, organ }) ?? '-'}`);
    const always = {
      ...{ 'supervision-office': 'office', 'working-body': 'congress', 'chairpersons-council': 'office' },
      ...{ 'general-office': 'office', deputy: 'congress', auditor: 'audit', 'audit-admin': '-' },
      ...{ analyst: '-', 'system-admin': '-', 'security-admin': '-' },
    };
    const asTable = (organs: string): object => ({
      ...always,
      ...{ 'organ-lead': organs, 'organ-co': organs, 'government-office': organs },
    });
    const table = (lines: readonly string[]): object =>
      Object.fromEntries(lines.map((line) => line.split(' ') as [string, string]));
    expect(table(of('lead'))).toEqual(asTable('parties'));
    expect(table(of('government'))).toEqual(asTable('parties'));
    expect(table(of('stranger'))).toEqual(asTable('-'));
  });

  it('is nobody of a part that no table knows', () => {
    expect(audienceIn(resolution, { id: 'person:x', role: 'mayor', organ: 'lead' })).toBeNull();
  });
});

describe('a suggestion', () => {
  it('is read by who signed it or whose suggestion was merged into it; other deputies have its skeleton', () => {
    expect(['person:a', 'person:b', 'person:c'].map((id) => audienceIn(suggestion, deputy(id)))).toEqual([
      'congress',
      'congress',
      'analysis',
    ]);
  });

  it('is one in a register of them as well', () => {
    const imported = caseWith({ form: 'register', proposers: ['person:a'] });
    expect(audienceIn(imported, deputy('person:c'))).toBe('analysis');
  });

  it('is read by every deputy once its result is published, and not while it is withheld', () => {
    const publications = [{ channel: 'c', url: null, date: '2026-01-01' }];
    const told = { form: 'suggestion', proposers: ['person:a'] };
    expect(audienceIn(caseWith(told, { publications }), deputy('person:c'))).toBe('congress');
    const withheld = { legalGround: 'g' };
    expect(audienceIn(caseWith(told, { publications, withheld }), deputy('person:c'))).toBe('analysis');
  });
});

it('what the public is not told of a supervision, deputies are: the law lets only the public wait', () => {
  const withheld = { legalGround: 'g' };
  expect(audienceIn(caseWith({}, { withheld }), deputy('person:c'))).toBe('congress');
});
