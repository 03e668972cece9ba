import { parseFormat, type CellFormat, type DateShape } from './cell-format.ts';

/**
 * Formats that a workbook names by number only (ECMA-376 part 1, 18.8.30). What the numbers 27 to 36 and 50 to 58 show depends on the
 * language of the program; these are those of Chinese.
 */
const CODES: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Times of day in Chinese, days in Japanese and Korean. */
const TIME_OR_DAY = [32, 33, 34, 35, 55, 56];

/** Where the language would decide, the value does: below one it is a time of day, and nothing of a day is lost. */
const timeOrDay: CellFormat = {
  around: null,
  sectionFor: (value): DateShape => ({ kind: 'date', day: value >= 1, time: true, elapsed: null }),
};

export const builtInFormat = (number: number): CellFormat =>
  TIME_OR_DAY.includes(number) ? timeOrDay : parseFormat(CODES[number] ?? 'General');
