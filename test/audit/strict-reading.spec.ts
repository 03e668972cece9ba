import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, nodePrimitives, verifyBundle, type Verdict } from '@duban/audit-verify';
import { storedEvents } from './fake-log.ts';
import { bundleOf, growSealed, sealedLog, type SealedLog } from './sealed-log.ts';

const SIZE = 40;
const BAD = 17;

/** Sealed after each ten records. */
const aLog = async (): Promise<SealedLog> => {
  const log = sealedLog();
  for (let from = 0; from < SIZE; from += 10) await growSealed(log, storedEvents(from, from + 10));
  return log;
};

const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const at = (lines: readonly string[], place: number): string => lines[place] ?? '';

/** Record `n` stands behind the header and the checkpoints below it. */
const lineOf = (n: number): number => 1 + n + Math.floor(n / 10);

const finding = ({ firstBad, ...verdict }: Verdict) => [
  exitCodeOf(verdict),
  firstBad?.code,
  firstBad?.record,
];

describe('a file', () => {
  it.each<[string, number, (line: string) => string, unknown[]]>([
    [
      'an event with a forged member in front of its own',
      lineOf(BAD),
      (line) => line.replace('"data":{', '"data":{"item":"forgiven",'),
      ['line.member-doubled', BAD],
    ],
    [
      'a record with a forged event in front of its own',
      lineOf(BAD),
      (line) => line.replace('{"event"', '{"event":{"data":"forged"},"event"'),
      ['line.member-doubled', BAD],
    ],
    [
      'a record, spelled anew, with a forged event in front of its own',
      lineOf(BAD),
      (line) => line.replace('{"event"', '{ "event":{"data":"forged"}, "event"'),
      ['line.member-doubled', BAD],
    ],
    [
      'a member of an event, spelled with an escape, in front of its own',
      lineOf(BAD),
      (line) => line.replace('"type":"ItemAssigned"', '"t\\u0079pe":"ItemClosed","type":"ItemAssigned"'),
      ['line.member-doubled', BAD],
    ],
    [
      'a leaf with a member twice',
      lineOf(BAD),
      (line) => line.replace('"leaf":{', '"leaf":{"type":"ItemClosed",'),
      ['line.member-doubled', BAD],
    ],
    [
      'a record with a member of its own invention',
      lineOf(BAD),
      (line) => line.replace('{"event"', '{"note":"withdrawn","event"').replace('}}', '} }'),
      ['line.member-foreign', BAD],
    ],
    [
      'a revision that is only rounded to the sealed one',
      lineOf(BAD),
      (line) => line.replace(/"revision":(\d+)/, '"revision":$1.00000000000000000001'),
      ['line.number-altered', BAD],
    ],
    [
      'a header with a forged origin in front of its own',
      0,
      (line) => line.replace('{', '{"origin":"another.office",'),
      ['line.member-doubled', 0],
    ],
    [
      'a header that says more',
      0,
      (line) => line.replace('{', '{"audited":true,'),
      ['line.member-foreign', 0],
    ],
    [
      'a checkpoint with a forged one in front of its own',
      lineOf(9) + 1,
      (line) => line.replace('{', '{"checkpoint":"forged",'),
      ['line.member-doubled', 10],
    ],
    [
      'a checkpoint that says more',
      lineOf(9) + 1,
      (line) => line.replace('}', ',"at":"2020-01-01"}'),
      ['line.member-foreign', 10],
    ],
    [
      'an end that says more',
      lineOf(SIZE - 1) + 2,
      (line) => line.replace('}}', '},"complete":true}'),
      ['line.member-foreign', SIZE],
    ],
  ])('with %s is not good: the line is named', async (_what, place, tamper, expected) => {
    const log = await aLog();
    const lines = await bundleOf(log);
    const before = at(lines, place);
    lines[place] = tamper(before);
    expect(lines[place]).not.toBe(before);
    const verdict = await verifyBundle([textOf(lines)], { keys: [log.verifierKey] }, nodePrimitives);
    expect(finding(verdict)).toEqual([1, ...expected]);
    if (String(expected[0]).startsWith('line.'))
      expect(verdict.firstBad?.reason).toMatchObject({
        zh: expect.stringContaining(`第 ${place + 1} 行`),
        en: expect.stringContaining(`line ${place + 1}:`),
      });
  });

  it.each<[string, (text: string) => string, readonly [string, number][]]>([
    ['nothing', (text) => text, []],
    ['a byte order mark', (text) => `\uFEFF${text}`, [['file.bom', 1]]],
    ['line ends of another system', (text) => text.replaceAll('\n', '\r\n'), [['file.crlf', SIZE + 6]]],
    ['a blank line at its end', (text) => `${text}\n`, [['file.blank-lines', 1]]],
    [
      'blank lines anywhere',
      (text) => `\n${text.replaceAll('{"checkpoint"', ' \t\n{"checkpoint"')}\n\n`,
      [['file.blank-lines', 7]],
    ],
    ['no newline at its end', (text) => text.slice(0, -1), [['file.no-final-newline', 1]]],
    ['spaces behind its end', (text) => `${text}  `, [['file.blank-lines', 1]]],
    [
      'a mark, other line ends and a blank line',
      (text) => `\uFEFF${text}\n`.replaceAll('\n', '\r\n'),
      [
        ['file.bom', 1],
        ['file.crlf', SIZE + 7],
        ['file.blank-lines', 1],
      ],
    ],
    [
      'spaces in every line',
      (text) => text.replaceAll('{"event":', '{ "event": '),
      [['file.respelled', SIZE]],
    ],
    ['spaces in one event', (text) => text.replace('"data":', ' "data": '), [['file.respelled', 1]]],
  ])('with %s is good, and told what was done to it', async (_what, edited, notes) => {
    const log = await aLog();
    const text = edited(textOf(await bundleOf(log)));
    for (const pieces of [[text], text.match(/[^]{1,97}/g) ?? []]) {
      const verdict = await verifyBundle(pieces, { keys: [log.verifierKey] }, nodePrimitives);
      expect([verdict.result, verdict.checked.records]).toEqual(['good', SIZE]);
      expect((verdict.notes ?? []).map(({ code, count }) => [code, count])).toEqual(notes);
    }
  });
});
