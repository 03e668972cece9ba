import { expect, it } from '@jest/globals';
import * as clock from './clock-terms.texts.ts';
import * as evaluation from './evaluation-terms.texts.ts';
import * as item from './item-terms.texts.ts';
import * as rule from './rule-terms.texts.ts';
import { roleTexts } from '../texts/role.texts.ts';
import type { Text } from '../texts/text.ts';

const { periodText, ...clockTexts } = clock;
const vocabularies: [string, Readonly<Record<string, Text>>][] = Object.entries({
  ...clockTexts,
  ...evaluation,
  ...item,
  ...rule,
  roleTexts,
});

it.each(vocabularies)('%s says every value in Chinese and in English, each its own way', (_, texts) => {
  const values = Object.values(texts);
  for (const { zh, en } of values) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[\p{Script=Latin}\d]/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
  expect(new Set(values.map(({ zh }) => zh)).size).toBe(values.length);
  expect(new Set(values.map(({ en }) => en)).size).toBe(values.length);
});

it.each([
  [{ n: 1, unit: 'month' } as const, '1 个月', '1 month'],
  [{ n: 7, unit: 'working-day' } as const, '7 个工作日', '7 working days'],
])('reads the period %j', (period, zh, en) => {
  expect(periodText(period)).toEqual({ zh, en });
});
