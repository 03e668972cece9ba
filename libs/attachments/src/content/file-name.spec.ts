import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileNameOf } from './file-name.ts';

describe('a file name', () => {
  it.each([
    ['关于校园食品安全的整改报告（终稿）.pdf', '关于校园食品安全的整改报告（终稿）.pdf'],
    ['../../etc/整改.PDF', '整改.pdf'],
    ['C:\\Users\\li\\报告.docx', '报告.docx'],
    ['报告\u0000\r\n\u001b[2J.pdf', '报告[2J.pdf'],
    ['照片\u202egnp.exe.pdf', '照片gnp.exe.pdf'],
    ['零\u200b宽\ufeff.txt', '零宽.txt'],
    ['a<b>:"|?*.csv', 'a_b______.csv'],
    ['\u2400erased.pdf', '_erased.pdf'],
    ['  ..隐藏.png', '隐藏.png'],
    ['half\ud800.txt', 'half\ufffd.txt'],
    ['e\u0301.txt', '\u00e9.txt'],
  ])('%j is kept as %j', (asked, name) => {
    expect(fileNameOf(asked)?.name).toBe(name);
  });

  it.each(['', '.', '..', '报告', '.pdf', 'x/', '\u202e.pdf', 'a.b c', `a.${'x'.repeat(9)}`])(
    '%j is none',
    (asked) => {
      expect(fileNameOf(asked)).toBeNull();
    },
  );

  it('of 300 signs is shortened, and keeps its extension', () => {
    const named = fileNameOf(`${'案'.repeat(300)}.pdf`);
    expect(named).toEqual({ name: `${'案'.repeat(78)}.pdf`, extension: 'pdf' });
  });

  it('is safe whatever was asked, and stays what it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('pdf', 'DOCX', 'p\u202edf'),
        (stem, extension) => {
          const named = fileNameOf(`${stem}.${extension}`);
          if (named === null) return;
          expect(Buffer.byteLength(named.name)).toBeLessThanOrEqual(240);
          expect(named.name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069/\\<>:"|?*]|^\.|^\s/u);
          expect(fileNameOf(named.name)).toEqual(named);
        },
      ),
      { numRuns: 500 },
    );
  });
});
