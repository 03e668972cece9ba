import { describe, expect, it } from '@jest/globals';
import { isInstant } from '../validation/field-rules.ts';
import { preferredLanguage } from './language.ts';
import { traceIdOf, traceparentOf } from './trace.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr, en;q=0.3, zh;q=0.2', 'en'],
    ['en;q=0', 'zh'],
    ['de', 'zh'],
    ['*', 'zh'],
    [';;;,q=', 'zh'],
  ])('%s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a trace', () => {
  const id = '4bf92f3577b34da6a3ce929d0e0e4736';

  it('is the caller’s where it is well-formed, and a fresh one otherwise', () => {
    const traceparent = `00-${id}-00f067aa0ba902b7-01`;
    expect([traceparentOf({ headers: { traceparent } }), traceIdOf({ headers: { traceparent } })]).toEqual([
      traceparent,
      id,
    ]);
    expect(
      traceparentOf({ headers: { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` } }),
    ).toBeUndefined();
    expect(traceIdOf({ headers: { traceparent: 'nonsense' } })).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('an instant', () => {
  it.each(['2026-03-05T09:00:00+08:00', '2026-03-05T09:00Z', '2026-03-05T09:00:00.123456789-05:30'])(
    '%s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2026-03-05',
    '2026-03-05T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-03-05T25:00:00Z',
    '2026-03-05T23:59:60+08:00',
    '',
    5,
    null,
  ])('not %s', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});
