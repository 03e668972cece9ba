import { expect, it } from '@jest/globals';
import { cleanText } from './clean-text.ts';

it('turns the carriage returns of a workbook and of any system into line breaks', () => {
  expect(cleanText('a_x000D_\nb\r\nc\rd')).toBe('a\nb\nc\nd');
});

it('leaves a text alone that only speaks of such an escape', () => {
  expect(cleanText('column _x0041_ and _x005F_')).toBe('column _x0041_ and _');
});

it('drops what nobody can see and what JSON cannot carry', () => {
  expect(cleanText('\uFEFF a\u0000b\u200Bc\uD800 ')).toBe('ab\u200Bc\uFFFD');
});

it('keeps rare characters and paragraphs', () => {
  expect(cleanText('𠮷祥巷\n\n\n积水')).toBe('𠮷祥巷\n\n\n积水');
});
