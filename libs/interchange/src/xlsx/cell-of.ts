import type { CellValue } from 'exceljs';
import { cleanText } from '../sheet/clean-text.ts';
import type { Cell } from '../sheet/sheet.ts';

/**
 * The workbook reader hands out a serial as that date at midnight UTC; only UTC parts of it are ever looked at, so the
 * plain date is the register's in every time zone (C37).
 */
const plainDate = (date: Date): string | null =>
  Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);

const textCell = (text: string): Cell | null => {
  const clean = cleanText(text);
  return clean === '' ? null : { text: clean, date: null };
};

const dateCell = (value: Date): Cell | null => {
  const date = plainDate(value);
  return date === null ? null : { text: date, date };
};

type Structured = Exclude<CellValue, null | undefined | string | number | boolean | Date>;

const structured = (value: Structured): Cell | null => {
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return textCell(value.error);
  if ('formula' in value || 'sharedFormula' in value) return cellOf(value.result);
  if ('text' in value) return cellOf(value.text);
  return null;
};

/** What a person reads in a cell, of whatever kind: a formula counts as its result, a link as its text. */
export const cellOf = (value: CellValue): Cell | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number' || typeof value === 'boolean') return textCell(String(value));
  return value instanceof Date ? dateCell(value) : structured(value);
};
