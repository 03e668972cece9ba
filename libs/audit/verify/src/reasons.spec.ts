import { describe, expect, it } from '@jest/globals';
import { reasonOf, reasons, type ReasonCode } from './reasons.ts';
import { exitCodeOf, verdictOf } from './verdict.ts';

const codes = Object.keys(reasons) as ReasonCode[];
const checked = { records: 0, checkpoints: 0, signatures: 0, cosignatures: 0, knownHeads: 0 };

/** Findings that leave open whether the log is wrong: nothing could be checked, or something was not given. */
const OPEN = [
  'bundle.unreadable',
  'bundle.unknown-version',
  'bundle.no-checkpoint',
  'key.unusable',
  'key.not-given',
  'known.unverified',
  'checkpoint.not-cosigned',
  'package.unreadable',
  'event.unsealed',
  'head.not-cosigned',
  'timestamp.not-given',
];

describe('a finding', () => {
  it.each(codes)('%s has a reason in Chinese and in English, with every number filled in', (code) => {
    const { zh, en } = reasonOf(code, 7, { last: 9, file: 'a.txt', line: 3, found: 'x' });
    expect(zh).toMatch(/\p{Script=Han}{2}/u);
    expect(en).toMatch(/[a-z]+ [a-z]+/);
    expect(zh + en).not.toMatch(/[{}]/);
    expect(zh.match(/\d|a\.txt/g)?.sort()).toEqual(en.match(/\d|a\.txt/g)?.sort());
  });

  it('names its record, and the last one where there is a range', () => {
    expect(reasonOf('record.changed', 7).en).toBe('record 7 is not what was sealed: its content was changed');
    expect(reasonOf('record.gap', 3, { last: 12 })).toEqual({
      zh: '记录 3 至 12 之间缺少记录：同一流的版本号不连续',
      en: 'a record between 3 and 12 is missing: the revisions of its stream have a hole',
    });
    expect(reasonOf('log.forked', 5).en).toBe(
      'the log was forked: records 5 to 5 differ from a known checkpoint',
    );
  });

  it('shows what the file says without letting it act on a terminal, or fill in a reason', () => {
    const told = (found: string) => reasonOf('line.member-foreign', 0, { line: 5, found }).en;
    expect(told('a\u001b[2J\u202e{0}')).toBe(
      'line 5: the member "a\\u001b[2J\\u202e{0}" does not belong there: it was never sealed',
    );
    expect(told('x'.repeat(999)).length).toBeLessThan(150);
    expect(reasonOf('line.member-doubled', 0, { line: 5, file: 'events.ndjson', found: 'a' }).zh).toContain(
      'events.ndjson 第 5 行',
    );
  });

  it.each(codes)('%s is bad unless it leaves open whether the log is wrong', (code) => {
    const verdict = verdictOf({ record: 7, upTo: 9, code }, checked);
    expect([verdict.result, exitCodeOf(verdict)]).toEqual(
      OPEN.includes(code) ? ['cannot-tell', 2] : ['bad', 1],
    );
    expect(verdict.firstBad).toEqual({ record: 7, upTo: 9, code, reason: reasonOf(code, 7, { last: 9 }) });
  });

  it('that is none is good', () => {
    const verdict = verdictOf(null, checked);
    expect([verdict, exitCodeOf(verdict)]).toEqual([{ result: 'good', checked }, 0]);
  });
});
