import { expect, it } from '@jest/globals';
import { beginExamination } from './examine.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';
import { statedTimeRules } from './stated-time.rule.ts';

const foundAt = (occurredAt: string): readonly string[] =>
  beginExamination(statedTimeRules)
    .examineCase(examined('case-1', [openedEvent], { occurredAt, recordedAt: '2026-03-02T01:00:00.000Z' }))
    .map(({ code }) => code);

it.each([
  ['2026-03-02T09:00:00+08:00', []],
  ['2026-03-02T09:01:00+08:00', []],
  ['2026-03-02T09:01:00.001+08:00', ['command.in-future']],
  ['2026-03-02T03:00:00+08:00', []],
  ['2026-03-02T03:00:00-08:00', ['command.in-future']],
  ['9999-12-31T23:59:59.9999999Z', ['command.in-future']],
  ['+010000-01-01T00:00:00Z', ['command.in-future']],
  ['1949-01-01T00:00:00+08:00', []],
  ['1948-12-31T23:59:59+08:00', ['command.too-early']],
  ['0000-01-01T00:00:00+08:00', ['command.too-early']],
])(
  'an act stated for %s, recorded at 09:00 on 2026-03-02 in Shanghai, is found as %j',
  (occurredAt, codes) => {
    expect(foundAt(occurredAt)).toEqual(codes);
  },
);
