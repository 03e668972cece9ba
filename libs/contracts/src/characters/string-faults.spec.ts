import { describe, expect, it } from '@jest/globals';
import { commandFaults, commandSchemas } from '../commands/command-registry.ts';
import { stringFaults } from './string-faults.ts';
import { stringKinds } from './string-kinds.ts';

const placesOf = (value: unknown): readonly string[] => stringFaults(value).map(({ pointer }) => pointer);

describe('whatever arrives', () => {
  it('is looked through to its last string and key', () => {
    expect(placesOf({ a: 'fine', b: ['fine', 'x\u0000'], c: { 'k\uFFFE': 1 }, 'd/e': '\u202E' })).toEqual([
      '/b/1',
      '/c/k\uFFFE',
      '/d~1e',
    ]);
  });

  it('is looked through however deep or long it is, and names no more faults than somebody mends', () => {
    let deep: unknown = '\u0000';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(placesOf(deep)).toHaveLength(1);
    expect(placesOf(Array.from({ length: 300_000 }, () => '\u0000'))).toHaveLength(20);
  });
});

describe('a command', () => {
  const codes = (type: 'RecordPartyReport' | 'RequestExtension' | 'MergeInto', data: object) =>
    commandFaults(type, data).map(({ pointer, code }) => [pointer, code]);

  it('is refused for a number that looks like another, with the place of it', () => {
    const report = { kind: 'report', date: '2026-03-05', subject: '关于整改', replyDocNo: null };
    expect(codes('RecordPartyReport', { ...report, docNo: '5号' })).toEqual([]);
    expect(codes('RecordPartyReport', { ...report, docNo: '5\u200B号' })).toEqual([
      ['/docNo', 'text.forbidden-character'],
    ]);
    expect(codes('RecordPartyReport', { ...report, docNo: '5号', subject: '关\u200B于' })).toEqual([
      ['/subject', 'text.forbidden-character'],
    ]);
  });

  it('is refused for an id that is none, and taken with a text as it was pasted', () => {
    const asked = { itemId: 'i1', requestedDue: '2026-02-28', reason: '工程\u200B未完' };
    expect(codes('RequestExtension', asked)).toEqual([]);
    expect(codes('RequestExtension', { ...asked, itemId: 'i 1' })).toEqual([['/itemId', 'id.malformed']]);
    expect(codes('MergeInto', { itemId: 'i1', intoItemId: 'other/i2' })).toEqual([]);
  });
});

describe('the strings of every command', () => {
  it.each(Object.entries(commandSchemas))('of %s have a kind each', (_, schema) => {
    const kinds = [...stringKinds(schema).entries()];
    for (const [name, kind] of kinds) {
      if (/(?:[nN]o|[hH]ash)$/.test(name)) expect([name, kind]).toEqual([name, 'number']);
      if (/Ids?$/.test(name) && !['sourceId', 'ruleId', 'intoItemId'].includes(name))
        expect([name, kind]).toEqual([name, 'id']);
    }
  });
});
