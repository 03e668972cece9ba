import { expect, it } from '@jest/globals';
import { normalisedCaseNumber } from './case-number.ts';

it.each([
  '督〔2026〕901号',
  '督 〔2026〕 901号',
  '督[2026]901号',
  '督［２０２６］９０１号',
  '督（2026）901号',
  '督(2026)901号',
  '督【2026】901号',
  '\u3000督〔2026〕\u00A0901\u200B号',
])('“%s” is the same number to a reader', (written) => {
  expect(normalisedCaseNumber(written)).toBe('督[2026]901号');
});

it('letters count the same in either case, and dashes in any length', () => {
  expect(normalisedCaseNumber('ＤＢ—2026–001')).toBe(normalisedCaseNumber('db-2026-001'));
});

it.each(['督〔2026〕902号', '督〔2025〕901号', '监〔2026〕901号', '督〔2026〕9010号'])(
  '“%s” is another number',
  (other) => {
    expect(normalisedCaseNumber(other)).not.toBe(normalisedCaseNumber('督〔2026〕901号'));
  },
);

it('nothing but blanks is no number', () => {
  expect(normalisedCaseNumber(' \u3000\u200B')).toBe('');
});
