import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPlain, jsonFault } from './strict-json.ts';

const foundIn = (text: string) => {
  const fault = jsonFault(text);
  return fault && [fault.code, fault.found];
};

describe('a JSON text', () => {
  it.each([
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}',
    '["a","a"]',
    '{"a":"a","b":"\\"a\\":1,"}',
    '{"a" : 1.50e1 , "b":-0.0,"c":[1E3,0.1,1e21,5e-324]}',
    '"\\u0041\\\\"',
    '9007199254740992',
  ])('with one reading has no fault: %s', (text) => {
    expect(foundIn(text)).toBeNull();
  });

  it.each([
    ['{"a":2,"a":1}', 'line.member-doubled', 'a'],
    ['{"a":{"b":[{"c":1, "c" :1}]}}', 'line.member-doubled', 'c'],
    ['{"a":1,"\\u0061":1}', 'line.member-doubled', 'a'],
    ['{"":1,"":1}', 'line.member-doubled', ''],
    ['{"__proto__":1,"__proto__":2}', 'line.member-doubled', '__proto__'],
    ['{"a":9007199254740993}', 'line.number-altered', '9007199254740993'],
    ['[1e400]', 'line.number-altered', '1e400'],
    ['[1e-400]', 'line.number-altered', '1e-400'],
    ['[0.1000000000000000055]', 'line.number-altered', '0.1000000000000000055'],
  ])('%s: %s', (text, code, found) => {
    expect(foundIn(text)).toEqual([code, found]);
  });

  it('is read to the depth that records have and no deeper, without ending in an error', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(foundIn(nested(500))).toBeNull();
    expect(foundIn(nested(501))?.[0]).toBe('line.too-deep');
  });

  it('that ECMAScript wrote has no fault, whatever its value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect([jsonFault(text), isPlain(text, JSON.parse(text))]).toEqual([null, true]);
      }),
    );
  });

  it('in which any member is said twice is found out', () => {
    const members = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(members, fc.nat(), (value, pick) => {
        const names = Object.keys(value);
        const name = JSON.stringify(names[pick % names.length]);
        const text = JSON.stringify({ deep: [value] }).replace('[{', () => `[{${name}:"forged",`);
        expect([jsonFault(text)?.code, isPlain(text, JSON.parse(text))]).toEqual([
          'line.member-doubled',
          false,
        ]);
      }),
    );
  });
});
