import { describe, expect, it } from '@jest/globals';
import { deciding, stateAfter } from '../given.fixture.ts';
import { placed } from '../register/placed.fixture.ts';
import { organDecider, type OrganCommand } from './organ.register.ts';
import { organStream } from './organ-step.ts';
import { isLegalAddressee, organExistsOn, organNameOn } from './organ.state.ts';

const decide = deciding(placed(organDecider));
const organId = 'cq-planning';

const register: OrganCommand = {
  type: 'RegisterOrgan',
  data: { organId, kind: 'bureau', name: '市规划局', since: '2000-06-01' },
};
const rename = (name: string, from: string): OrganCommand => ({
  type: 'RenameOrgan',
  data: { organId, name, from },
});
const merge = (into: string, on = '2018-10-25'): OrganCommand => ({
  type: 'MergeOrgan',
  data: { organId, into, on },
});
const dissolve = (successor: string | null, on = '2018-10-25'): OrganCommand => ({
  type: 'DissolveOrgan',
  data: { organId, successor, on },
});

it('lives in a stream of its own', () => {
  expect(organStream(organId)).toBe('organ-cq-planning');
});

describe('accepts', () => {
  it.each<[readonly OrganCommand[], string]>([
    [[register], 'OrganRegistered'],
    [[register, rename('市规划和自然资源局', '2018-10-25')], 'OrganRenamed'],
    [[register, merge('cq-resources')], 'OrganMerged'],
    [[register, merge('cq-resources', '2000-06-01')], 'OrganMerged'],
    [[register, rename('b', '2000-06-01')], 'OrganRenamed'],
    [[register, dissolve('cq-resources')], 'OrganDissolved'],
    [[register, dissolve(null)], 'OrganDissolved'],
  ])('%# to %s', (commands, type) => {
    expect(decide(...commands).last).toEqual([{ type, data: commands.at(-1)?.data }]);
  });
});

describe('decides nothing', () => {
  it.each<readonly [string, readonly OrganCommand[]]>([
    ['registering again', [register, register]],
    ['registering again after a new name', [register, rename('b', '2001-01-01'), register]],
    ['renaming again', [register, rename('b', '2001-01-01'), rename('b', '2001-01-01')]],
    [
      'renaming again after a later name',
      [register, rename('b', '2001-01-01'), rename('c', '2002-01-01'), rename('b', '2001-01-01')],
    ],
    ['giving the name it has', [register, rename('市规划局', '2001-01-01')]],
    ['merging again', [register, merge('x'), merge('x')]],
    ['dissolving again', [register, dissolve(null), dissolve(null)]],
    [
      'renaming again after the end',
      [register, rename('b', '2001-01-01'), merge('x'), rename('b', '2001-01-01')],
    ],
  ])('when %s', (_, commands) => {
    expect(decide(...commands).last).toEqual([]);
  });
});

describe('refuses', () => {
  const ended = { on: '2018-10-25' };
  it.each<readonly [string, readonly OrganCommand[], object]>([
    ['renaming the unknown', [rename('b', '2001-01-01')], { rejected: 'organ.unknown' }],
    ['merging the unknown', [merge('x')], { rejected: 'organ.unknown' }],
    ['dissolving the unknown', [dissolve(null)], { rejected: 'organ.unknown' }],
    [
      'registering with another name',
      [register, { type: 'RegisterOrgan', data: { ...register.data, name: 'b' } }],
      { rejected: 'organ.known-differently' },
    ],
    [
      'registering with another kind',
      [register, { type: 'RegisterOrgan', data: { ...register.data, kind: 'court' } }],
      { rejected: 'organ.known-differently' },
    ],
    [
      'a command for another organ',
      [register, { type: 'RenameOrgan', data: { organId: 'other', name: 'b', from: '2001-01-01' } }],
      { rejected: 'organ.other-id', details: { organId } },
    ],
    ['a blank name', [register, rename('  ', '2001-01-01')], { rejected: 'organ.name-blank' }],
    [
      'a date that does not exist',
      [register, merge('x', '2001-02-29')],
      { rejected: 'organ.date-invalid', details: { date: '2001-02-29' } },
    ],
    [
      'a name from before the last one',
      [register, rename('b', '2000-05-31')],
      { rejected: 'organ.date-before-last-change', details: { notBefore: '2000-06-01' } },
    ],
    [
      'an end before the last name',
      [register, dissolve(null, '2000-05-31')],
      { rejected: 'organ.date-before-last-change', details: { notBefore: '2000-06-01' } },
    ],
    ['merging into itself', [register, merge(organId)], { rejected: 'organ.own-successor' }],
    ['succeeding itself', [register, dissolve(organId)], { rejected: 'organ.own-successor' }],
    [
      'renaming after the end',
      [register, merge('x'), rename('b', '2020-01-01')],
      { rejected: 'organ.ended', details: ended },
    ],
    [
      'merging elsewhere after the end',
      [register, merge('x'), merge('y')],
      { rejected: 'organ.ended', details: ended },
    ],
    [
      'dissolving what merged',
      [register, merge('x'), dissolve('x')],
      { rejected: 'organ.ended', details: ended },
    ],
  ])('%s', (_, commands, refusal) => {
    expect(decide(...commands).last).toEqual(refusal);
  });
});

describe('on a day', () => {
  const { state } = decide(
    register,
    rename('市规划和自然资源局', '2018-10-25'),
    dissolve(null, '2024-01-01'),
  );

  it.each([
    ['2000-05-31', undefined, false],
    ['2000-06-01', '市规划局', true],
    ['2018-10-24', '市规划局', true],
    ['2018-10-25', '市规划和自然资源局', true],
    ['2023-12-31', '市规划和自然资源局', true],
    ['2024-01-01', '市规划和自然资源局', false],
  ])('%s it is called %s and exists: %s', (date, name, exists) => {
    expect(organNameOn(state, date)).toBe(name);
    expect(organExistsOn(state, date)).toBe(exists);
  });

  it('an unregistered organ has no name', () => {
    expect(organNameOn(organDecider.initialState, '2024-01-01')).toBeUndefined();
    expect(organExistsOn(organDecider.initialState, '2024-01-01')).toBe(false);
  });
});

it('addresses the government, commission, court and procuratorate, and nobody else', () => {
  const kinds = [
    'government',
    'commission',
    'court',
    'procuratorate',
    'bureau',
    'district',
    'congress-body',
  ] as const;
  expect(kinds.filter(isLegalAddressee)).toEqual(['government', 'commission', 'court', 'procuratorate']);
});

it('folds an event of a stream without a beginning into nothing', () => {
  const events = [{ type: 'OrganRenamed', data: { organId, name: 'b', from: '2001-01-01' } }] as const;
  expect(stateAfter(organDecider, events)).toEqual({ status: 'unregistered' });
});
