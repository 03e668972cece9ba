import { describe, expect, it } from '@jest/globals';
import type { Writing } from '@duban/domain';
import { ERASED, LOST, WITHHELD } from '../texts/privacy.texts.ts';
import { forbiddenCharacter } from './forbidden-character.ts';
import { isIdentifier, isItemPlace, isPersonId } from './identifier.ts';

const every: readonly Writing[] = ['file', 'text', 'line', 'number'];
const refusing = (text: string): readonly Writing[] =>
  every.filter((writing) => forbiddenCharacter(text, writing) !== null);

describe('a character that no program shows or keeps as it is', () => {
  it.each([
    ['NUL', '\u0000'],
    ['a vertical tab', '\u000B'],
    ['an escape', '\u001B'],
    ['U+FFFE', '\uFFFE'],
    ['U+FFFF', '\uFFFF'],
    ['a noncharacter of another plane', '\u{1FFFE}'],
    ['a lone surrogate', '\uD800'],
    ['a line separator', '\u2028'],
    ['a right-to-left override', '\u202E'],
    ['a right-to-left isolate', '\u2067'],
  ])('is refused wherever it stands: %s', (_, character) => {
    expect(refusing(`案${character}件`)).toEqual(every);
  });

  it('is named with its place, counted in characters', () => {
    expect(forbiddenCharacter('𠮷题\uFFFE目', 'text')).toEqual({
      code: 'text.forbidden-character',
      codePoint: 'U+FFFE',
      at: 3,
    });
  });

  it('is taken from an old register where XML could carry it', () => {
    expect(refusing('quote\u009D')).toEqual(['text', 'line', 'number']);
  });
});

describe('a character that is not seen', () => {
  it.each(['\u200B', '\u00AD', '\uFEFF', '\u2060', '\u3164', '\u{E0041}', '\u200D', '\u200F', '\uFE00'])(
    '%j makes no second title or number of the first',
    (character) => {
      expect(refusing(`A${character}1`)).toEqual(['line', 'number']);
    },
  );

  it('is taken in a title where its script is not written without it', () => {
    expect(refusing('می\u200Cخواهم')).toEqual(['number']);
    expect(refusing('ᠠ\u180Eᠠ')).toEqual(['number']);
    expect(refusing('👩\u200D🚒')).toEqual(['number']);
  });

  it('is refused in a number also as a blank', () => {
    for (const number of [' 12', '12 ', '1\t2', '1\u00A02', '1\u30002', '1  2', '1\n2'])
      expect(refusing(number)).toEqual(['number']);
  });
});

describe('what people write', () => {
  it.each([
    '渝人常〔2026〕12号',
    '第 12 期',
    'Ünïcode naïve',
    '㐀𠮷',
    'a\tb\r\nc',
    '阿依古丽·买买提',
    '',
    '😀',
  ])('%j is taken', (text) => {
    expect(refusing(text).filter((writing) => writing !== 'number')).toEqual([]);
  });

  it('never passes for a text that was erased, lost or withheld', () => {
    for (const mark of [ERASED, LOST, WITHHELD]) {
      expect(refusing(`见 ${mark}`)).toEqual(every);
      expect(forbiddenCharacter(mark, 'text')?.code).toBe('text.erased-mark');
    }
    expect(refusing('\u2400 of a control picture')).toEqual([]);
  });
});

describe('an id', () => {
  it.each(['i1', 'DB-2026-001', '02-测评-1', 'due+1', 'a.b_c~d'])('is %s', (id) => {
    expect(isIdentifier(id)).toBe(true);
  });

  it.each(['', ' a', 'a b', 'a\u200B', 'ａ1', '⼀1', 'а1', '../x', 'a/b', '-a', 'a'.repeat(101), '{id}'])(
    'is never %j',
    (id) => {
      expect(isIdentifier(id)).toBe(false);
    },
  );

  it('of a person is one behind person:', () => {
    expect(['person:代表012', 'person:8f1c'].every(isPersonId)).toBe(true);
    expect(['person:', '8f1c', 'person: a', 'person:a\u200B'].some(isPersonId)).toBe(false);
  });

  it('of an item may name another case before it', () => {
    expect([
      isItemPlace('06-3'),
      isItemPlace('case-6/06-3'),
      isItemPlace('a/b/c'),
      isItemPlace('a/'),
    ]).toEqual([true, true, false, false]);
  });
});
