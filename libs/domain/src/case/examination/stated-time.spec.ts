import { expect, it } from '@jest/globals';
import { actors } from '../case-story.fixture.ts';
import { beginExamination } from './examine.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';
import { clockRule, statedTimeRules } from './stated-time.rule.ts';

const foundAt = (occurredAt: string): readonly string[] =>
  beginExamination(statedTimeRules)
    .examineCase(examined('case-1', [openedEvent], { occurredAt, recordedAt: '2026-03-02T01:00:00.000Z' }))
    .map(({ code }) => code);

it.each([
  ['2026-03-02T09:00:00+08:00', []],
  ['2026-03-02T09:01:00+08:00', []],
  ['2026-03-02T09:01:00.001+08:00', ['command.in-future']],
  ['2026-03-02T08:59:00+08:00', []],
  ['2026-03-02T08:58:59.999+08:00', ['command.time-without-document']],
  ['2026-01-31T09:00:00+08:00', ['command.time-without-document']],
  ['2026-01-30T09:00:00+08:00', ['command.too-far-back']],
  ['2026-03-02T03:00:00-08:00', ['command.in-future']],
  ['9999-12-31T23:59:59.9999999Z', ['command.in-future']],
  ['+010000-01-01T00:00:00Z', ['command.in-future']],
  ['1949-10-01T00:00:00+08:00', ['command.too-far-back']],
  ['1949-09-30T23:59:59+08:00', ['command.too-early']],
  ['0000-01-01T00:00:00+08:00', ['command.too-early']],
])(
  'an act stated for %s, recorded at 09:00 on 2026-03-02 in Shanghai, is found as %j',
  (occurredAt, codes) => {
    expect(foundAt(occurredAt)).toEqual(codes);
  },
);

it('a time that an organ stated is found, and one of the Congress’s side with a document is in order', () => {
  const at = { occurredAt: '2026-03-01T09:00:00+08:00', recordedAt: '2026-03-02T01:00:00.000Z' };
  const found = (envelope: Parameters<typeof examined>[2]) =>
    beginExamination(statedTimeRules)
      .examineCase(examined('case-1', [openedEvent], { ...at, ...envelope }))
      .map(({ code }) => code);
  expect(found({ actor: actors.housing })).toEqual(['command.time-not-yours']);
  expect(found({ metadata: { onBehalfOf: null, basis: { documentNo: '督〔2026〕1号' } } })).toEqual([]);
});

const foundOf = (decidedAt: string, recordedAt: string) => {
  const metadata = { onBehalfOf: null, basis: {}, decidedAt };
  const at = { occurredAt: '2026-03-02T09:00:00+08:00', recordedAt, metadata, decidedOn: '2026-03-02' };
  return beginExamination([clockRule, ...statedTimeRules])
    .examineCase(examined('case-1', [openedEvent], at))
    .map(({ code, details }) => [code, details]);
};

it.each(['2026-03-02T00:59:00.000Z', '2026-03-02T01:00:00.000Z', '2026-03-02T01:01:00.000Z'])(
  'a decision of 01:00:00 that was recorded at %s is in order',
  (recordedAt) => {
    expect(foundOf('2026-03-02T01:00:00.000Z', recordedAt)).toEqual([]);
  },
);

it.each(['2026-03-02T00:58:59.999Z', '2026-03-02T01:01:00.001Z', '2026-03-03T01:00:00.000Z'])(
  'a decision of 01:00:00 that was recorded at %s is listed as a clock that jumped, and as nothing that somebody stated',
  (recordedAt) => {
    const decidedAt = '2026-03-02T01:00:00.000Z';
    expect(foundOf(decidedAt, recordedAt)).toEqual([['decision.clock-jumped', { decidedAt, recordedAt }]]);
  },
);
