import { describe, expect, it } from '@jest/globals';
import { deciding } from '../given.fixture.ts';
import { contextOn, placed } from '../register/placed.fixture.ts';
import { bodyDecider, type BodyCommand } from './body.register.ts';
import { bodyOn, isKeptBy } from './body.state.ts';

const PAPER = { documentNo: '渝人发〔2023〕1号' };
const decide = deciding(placed(bodyDecider, { ...contextOn('2026-06-01'), basis: PAPER }));

const register = (more: object = {}): BodyCommand => ({
  type: 'RegisterBody',
  data: {
    ...{ bodyId: 'cq-cc', kind: 'chairpersons-council', since: '2023-01-20' },
    ...{ serving: 9, quota: 10, keptBy: ['cq-so'], ...more },
  },
});
const change = (more: object = {}): BodyCommand => ({
  type: 'ChangeBody',
  data: { bodyId: 'cq-cc', from: '2026-03-27', serving: 8, quota: 10, keptBy: ['cq-so'], ...more },
});
const end = (lastDay: string): BodyCommand => ({ type: 'EndBody', data: { bodyId: 'cq-cc', lastDay } });

describe('a body', () => {
  it('has on each day the members that it had then', () => {
    const { state } = decide(register(), change(), end('2028-01-20'));
    const serving = (day: string) => bodyOn(state, day)?.serving;
    const days = ['2023-01-19', '2023-01-20', '2026-03-26', '2026-03-27', '2028-01-20', '2028-01-21'];
    expect(days.map(serving)).toEqual([undefined, 9, 9, 8, 8, undefined]);
  });

  it('is kept by its own posts and by the organs that are named, and by no other', () => {
    const sitting = bodyOn(decide(register()).state, '2026-06-01');
    if (sitting === undefined) throw new Error('the body is not there');
    expect(['cq-cc', 'cq-so', 'cq-government'].map((organ) => isKeptBy(sitting, organ))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['registered', [register(), register()]],
    ['changed', [register(), change(), change()]],
    ['ended', [register(), end('2026-05-01'), end('2026-05-01')]],
  ] as const)('that is %s twice decides nothing', (_what, commands) => {
    expect(decide(...commands).last).toEqual([]);
  });
});

describe('a body is not', () => {
  it.each<[string, readonly BodyCommand[], string]>([
    ['registered with more members than seats', [register({ serving: 11 })], 'body.size-impossible'],
    ['registered without a member', [register({ serving: 0 })], 'body.size-impossible'],
    ['registered on no day', [register({ since: '2023-02-30' })], 'body.date-invalid'],
    ['registered with other facts', [register(), register({ quota: 12 })], 'body.known-differently'],
    ['changed before it is there', [change()], 'body.unknown'],
    [
      'changed back in time',
      [register(), change(), change({ from: '2026-03-26', serving: 7 })],
      'body.date-before-last-change',
    ],
    ['changed after its end', [register(), end('2026-05-01'), change()], 'body.ended'],
    ['ended on another day', [register(), end('2026-05-01'), end('2026-05-02')], 'body.ended'],
    [
      'ended before its last change',
      [register(), change(), end('2026-03-01')],
      'body.date-before-last-change',
    ],
    ['ended where it never was', [end('2026-05-01')], 'body.unknown'],
    ['spoken of under another id', [register(), change({ bodyId: 'cq-npcsc' })], 'body.other-id'],
  ])('%s', (_what, commands, code) => {
    expect(decide(...commands).last).toMatchObject({ rejected: code });
  });

  it('registered on nobody’s paper', () => {
    expect(deciding(placed(bodyDecider))(register()).last).toMatchObject({ rejected: 'body.without-basis' });
  });
});
