import { describe, expect, it } from '@jest/globals';
import { refusalTexts } from '../texts/refusal.texts.ts';
import { EXIT } from './error-entry.ts';
import { errorCatalogue, errorEntry, isErrorCode } from './error-catalogue.ts';

const HAN = /\p{Script=Han}/u;
const entries = Object.entries(errorCatalogue);

describe('every code', () => {
  it.each(entries)('%s has a status, an exit code and four texts', (code, entry) => {
    expect(code).toMatch(/^[a-z][a-z-]*(\.[a-z][a-z-]*)?$/);
    expect(entry.status).toBeGreaterThanOrEqual(400);
    expect(entry.status).toBeLessThan(600);
    expect(Object.values(EXIT)).toContain(entry.exitCode);
    expect(entry.exitCode).not.toBe(EXIT.ok);
    for (const { zh, en } of [entry.title, entry.remedy]) {
      expect(zh).toMatch(HAN);
      expect(en).toMatch(/^[A-Z]/);
      expect(en).not.toMatch(HAN);
    }
  });
});

it('answers 409 to a refusal and 404 where the thing addressed is not there', () => {
  const statuses = (Object.keys(refusalTexts) as (keyof typeof refusalTexts)[]).map((code) => [
    code,
    errorCatalogue[code].status,
  ]);
  expect(statuses.filter(([, status]) => status !== 409)).toEqual([
    ['case.unknown', 404],
    ['item.unknown', 404],
    ['organ.unknown', 404],
    ['survey.unknown', 404],
  ]);
});

it('never blames a caller for a bug, nor the server for a refusal', () => {
  const refusals = entries.filter(([code]) => code in refusalTexts);
  expect(refusals.filter(([, { status }]) => status >= 500)).toEqual([]);
  expect(errorCatalogue.internal.status).toBe(500);
});

it('takes a code that nobody wrote down for a bug', () => {
  expect(errorEntry('no.such-code')).toBe(errorCatalogue.internal);
  expect(errorEntry('constructor')).toBe(errorCatalogue.internal);
  expect([isErrorCode('case.unknown'), isErrorCode('constructor')]).toEqual([true, false]);
});
