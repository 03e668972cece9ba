import { describe, expect, it } from '@jest/globals';
import { isDateFormat, readDate } from './date-format.ts';

describe('a date written as text', () => {
  it.each([
    ['2019-01-12 16:04:48', 'yyyy-MM-dd HH:mm:ss', '2019-01-12'],
    ['2024年3月5日', 'yyyy年M月d日', '2024-03-05'],
    ['22-Feb-2024', 'd-MMM-yyyy', '2024-02-22'],
    ['5 September 1995', 'd MMM yyyy', '1995-09-05'],
    ['31/12/2023', 'dd/MM/yyyy', '2023-12-31'],
    ['45344', 'serial', '2024-02-22'],
    ['45344.99999', 'serial', '2024-02-22'],
    ['61', 'serial', '1900-03-01'],
  ])('%s is read by %s', (text, format, date) => {
    expect(readDate(text, [format])).toBe(date);
  });

  it('is no date when the day does not exist, or anything is left over', () => {
    expect(readDate('2023-02-29', ['yyyy-MM-dd'])).toBeNull();
    expect(readDate('2023-02-28x', ['yyyy-MM-dd'])).toBeNull();
    expect(readDate('12 Foo 2023', ['d MMM yyyy'])).toBeNull();
    expect(readDate('60', ['serial'])).toBeNull();
  });

  it('is read by the first format that fits', () => {
    expect(readDate('01/02/2023', ['dd/MM/yyyy', 'MM/dd/yyyy'])).toBe('2023-02-01');
  });
});

it('takes a format only when it says year, month and day once each', () => {
  expect(['yyyy-MM-dd', 'serial', 'd.M.yyyy'].map(isDateFormat)).toEqual([true, true, true]);
  expect(['yyyy-MM', 'foo', 'yyyy-MM-dd-MM'].map(isDateFormat)).toEqual([false, false, false]);
});
