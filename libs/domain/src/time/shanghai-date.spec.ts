import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghaiDateOf } from './shanghai-date.ts';

it.each([
  ['2026-03-05T15:59:59.999Z', '2026-03-05'],
  ['2026-03-05T16:00:00.000Z', '2026-03-06'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2028-02-28T23:59:59.999Z', '2028-02-29'],
])('at %s it is %s in Shanghai', (instant, date) => {
  expect(shanghaiDateOf(instant)).toBe(date);
});

it('the date that is cut from the text is the one of the time zone, at any instant', () => {
  const [from, to] = ['2000-01-01', '2100-01-01'].map((day) => Date.parse(day)) as [number, number];
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (ms) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      const date = instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
      expect(shanghaiDateOf(new Date(ms).toISOString())).toBe(date);
    }),
  );
});
