import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { jcs } from '@duban/audit-log';
import { canonicalJson } from '@duban/audit-verify';
import { vector, vectorText } from './read-vector.ts';

type Numbers = {
  samples: { ieeeHex: string; expected: string }[];
  staticU64Hex: string[];
  serialStartHex: string;
  serialCount: number;
  sha256OfFirstLines: { lines: number; sha256: string }[];
};

const names = ['arrays', 'french', 'structures', 'unicode', 'values', 'weird'];
const numbers = vector('jcs/es6-numbers.json') as Numbers;
const double = (ieee: bigint): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, ieee);
  return view.getFloat64(0);
};

/** The published sequence: listed doubles, then consecutive ones, then what SHA-256 of the last block holds. */
function* doubles(): Generator<bigint> {
  for (const listed of numbers.staticU64Hex) yield BigInt(`0x${listed}`);
  const start = BigInt(`0x${numbers.serialStartHex}`);
  for (let step = 0; step < numbers.serialCount; step += 1) yield start + BigInt(step);
  for (let block = Buffer.alloc(32); ; block = Buffer.from(hash('sha256', block, 'buffer'))) {
    for (let at = 0; at < 32; at += 8) yield block.readBigUInt64LE(at);
  }
}

const linesHash = (count: number, canonical: (value: unknown) => string): string => {
  const lines: string[] = [];
  for (const ieee of doubles()) {
    const value = double(ieee);
    if (value !== 0 || lines.length < numbers.staticU64Hex.length) {
      if (Number.isFinite(value)) lines.push(`${ieee.toString(16)},${canonical(value)}\n`);
    }
    if (lines.length === count) break;
  }
  return hash('sha256', lines.join(''), 'hex');
};

// The log's canonical text and the checker's were written apart; both must be right.
describe.each([
  ['of the log', jcs],
  ['of the checker', canonicalJson],
])('canonical JSON %s', (_whose, canonical) => {
  it.each(names)('writes %s as published', (name) => {
    expect(canonical(JSON.parse(vectorText(`jcs/input/${name}.json`)))).toBe(vectorText(`jcs/output/${name}.json`));
  });

  it.each(numbers.samples)('writes the double $ieeeHex as $expected', ({ ieeeHex, expected }) => {
    expect(canonical(double(BigInt(`0x${ieeeHex}`)))).toBe(expected);
  });

  it.each(numbers.sha256OfFirstLines.filter(({ lines }) => lines <= 100_000))(
    'writes the first $lines doubles of the published sequence',
    ({ lines, sha256 }) => {
      expect(linesHash(lines, canonical)).toBe(sha256);
    },
  );
});

describe('the log refuses what JSON does not have', () => {
  it.each([
    ['NaN', Number.NaN],
    ['Infinity', [Infinity]],
    ['a bigint', { n: 1n }],
    ['undefined', { gone: undefined }],
    ['a Map', { map: new Map() }],
    ['a Date', new Date(0)],
    ['a lone surrogate', ['\ud800']],
    ['a lone surrogate in a name', { '\udfff': 1 }],
  ])('%s', (_what, value) => {
    expect(() => jcs(value)).toThrow('jcs.refused');
  });
});
