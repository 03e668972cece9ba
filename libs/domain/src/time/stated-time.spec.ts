import { expect, it } from '@jest/globals';
import { refuseStatedTime, type StatedTime } from './stated-time.ts';

const NOW = '2026-03-31T02:00:00.000Z';

const stated = (occurredAt: string, more: Partial<StatedTime> = {}): StatedTime => ({
  actor: { id: 'person:li', role: 'supervision-office', organ: 'so' },
  basis: { documentNo: '督〔2026〕9号' },
  occurredAt,
  occurredOn: Temporal.Instant.from(occurredAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
  decidedAt: NOW,
  decidedOn: '2026-03-31',
  ...more,
});

const by = (role: string): Partial<StatedTime> => ({ actor: { id: 'person:x', role, organ: 'x' } });

it('the Congress’s side states an earlier day with a document, up to thirty days back', () => {
  expect(refuseStatedTime(stated('2026-03-30T10:00:00+08:00'))).toBeNull();
  expect(refuseStatedTime(stated('2026-03-01T00:00:00+08:00'))).toBeNull();
  expect(refuseStatedTime(stated('2026-02-28T23:59:59+08:00'))).toMatchObject({
    rejected: 'command.too-far-back',
    details: { occurredOn: '2026-02-28', days: 30 },
  });
});

it.each([{}, { documentNo: '' }, { documentNo: '  ' }, { meeting: 'M-1', article: '17' }])(
  'a time without a dated document is refused: %j',
  (basis) => {
    expect(refuseStatedTime(stated('2026-03-30T10:00:00+08:00', { basis }))).toMatchObject({
      rejected: 'command.time-without-document',
    });
  },
);

it.each(['organ-lead', 'organ-co', 'government-office', 'deputy', 'system-admin', 'system', 'nobody'])(
  'no time is stated by %s, not even with a document',
  (role) => {
    expect(refuseStatedTime(stated('2026-03-31T09:59:59.999+08:00', by(role)))).toMatchObject({
      rejected: 'command.time-not-yours',
    });
  },
);

it.each(['organ-lead', 'deputy', 'system', 'supervision-office'])(
  'what occurs at the instant of the decision is stated by nobody: %s needs neither right nor document',
  (role) => {
    expect(refuseStatedTime(stated('2026-03-31T02:00:00Z', { ...by(role), basis: {} }))).toBeNull();
  },
);

it.each([
  '2026-03-31T10:00:00.000000001+08:00',
  '2026-03-31T02:00:00.0009999Z',
  '2026-04-01T00:00:00+08:00',
  '9999-12-31T23:59:59.9999999Z',
  '+010000-01-01T00:00:00Z',
  '+020000-01-01T00:00:00+08:00',
])('an instant of the future is refused, however its text sorts: %s', (occurredAt) => {
  expect(refuseStatedTime(stated(occurredAt))).toMatchObject({ rejected: 'command.in-future' });
});

it.each([
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '1949-09-30T23:59:59.999999999+08:00',
])('nothing is older than the republic: %s', (occurredAt) => {
  expect(refuseStatedTime(stated(occurredAt))).toMatchObject({ rejected: 'command.too-early' });
});

it('the republic’s first instant is only too far back', () => {
  expect(refuseStatedTime(stated('1949-10-01T00:00:00+08:00'))).toMatchObject({
    rejected: 'command.too-far-back',
  });
});
