import { describe, expect, it } from '@jest/globals';
import { concatBytes, equalBytes, fromBase64, fromHex, toHex } from './octets.ts';

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('bytes', () => {
  it('are written in hex with two digits each, and read back', () => {
    expect(toHex(every)).toBe(Buffer.from(every).toString('hex'));
    expect(fromHex(toHex(every))).toEqual(every);
    expect(toHex(new Uint8Array(0))).toBe('');
  });

  it('are read from the one spelling in base64', () => {
    expect(fromBase64(Buffer.from(every).toString('base64'))).toEqual(every);
    expect(fromBase64('')).toEqual(new Uint8Array(0));
  });

  it.each(['AAA', 'AAB=', ' AAA=', 'AAA=\n', 'AA-_', '!', '督办'])('are not read from %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });

  it('are equal when all of them are', () => {
    expect(equalBytes(every, every.slice())).toBe(true);
    expect(equalBytes(every, every.subarray(1))).toBe(false);
    expect(equalBytes(every.subarray(0, 9), every)).toBe(false);
    expect(equalBytes(every, every.with(255, 0))).toBe(false);
    expect(equalBytes(every, every.with(0, 1))).toBe(false);
  });

  it('are joined in order', () => {
    const joined = concatBytes(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3), Uint8Array.of(4, 5));
    expect([...joined]).toEqual([1, 2, 3, 4, 5]);
    expect(concatBytes()).toHaveLength(0);
  });
});
