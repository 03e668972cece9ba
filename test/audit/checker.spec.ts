import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jcs, leafEntry } from '@duban/audit-log';
import {
  exitCodeOf,
  nodePrimitives,
  textOfFile,
  verifyBundle,
  type Trust,
  type Verdict,
} from '@duban/audit-verify';
import type { StoredEvent } from '@duban/event-store';
import { storedEvent, storedEvents } from './fake-log.ts';
import { bundleOf, growSealed, memoryGuard, sealedLog, type SealedLog } from './sealed-log.ts';

const aLog = async (to: number, words?: string, like?: SealedLog): Promise<SealedLog> => {
  const log = sealedLog(like === undefined ? {} : { key: like.key, guard: memoryGuard() });
  await growSealed(log, storedEvents(0, to, words));
  return log;
};
const check = (lines: readonly string[], trust: Trust): Promise<Verdict> =>
  verifyBundle(
    lines.map((line) => `${line}\n`),
    trust,
    nodePrimitives,
  );
const finding = (verdict: Verdict) => {
  const { record, upTo, code } = verdict.firstBad ?? {};
  return [exitCodeOf(verdict), code, record, ...(upTo === undefined ? [] : [upTo])];
};
const headsOf = (log: SealedLog): string[] => log.store.checkpoints(0, 99).map(({ note }) => note);
const isRecord = (line: string): boolean => line.startsWith('{"event"');
const isHead = (line: string): boolean => line.startsWith('{"checkpoint"');

describe('how far a bundle was checked', () => {
  it('is told up to the first finding', async () => {
    const log = await aLog(20);
    const lines = await bundleOf(log);
    const bad = lines.findLastIndex(isRecord);
    lines[bad] = (lines[bad] ?? '').replace('rectify', 'forgive');
    const verdict = await check(lines, { keys: [log.verifierKey] });
    expect(verdict.checked).toEqual({
      records: 19,
      checkpoints: 1,
      signatures: 1,
      cosignatures: 0,
      knownHeads: 0,
    });
    expect(finding(verdict)).toEqual([1, 'record.changed', 19]);
  });

  it('does not go behind it: the first finding stays', async () => {
    const log = await aLog(20);
    const lines = await bundleOf(log);
    const [first, second] = lines.flatMap((line, place) => (isRecord(line) ? [place] : []));
    for (const place of [first ?? 0, second ?? 0])
      lines[place] = '{"event":null,"hash":null,"index":null,"leaf":null}';
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([1, 'record.dropped', 0]);
    const text = lines.map((line) => `${line}\n`).join('');
    expect(finding(await verifyBundle([text], {}, nodePrimitives))).toEqual([1, 'record.dropped', 0]);
  });

  it('is nothing where not even the header can be read', async () => {
    const nothing = { records: 0, checkpoints: 0, signatures: 0, cosignatures: 0, knownHeads: 0 };
    expect((await check(['x'], {})).checked).toEqual(nothing);
    expect((await verifyBundle([], {}, nodePrimitives)).checked).toEqual(nothing);
  });

  it('is the same from a file, with or without a newline at its end', async () => {
    const log = await aLog(20);
    const path = `${mkdtempSync(join(tmpdir(), 'duban-bundle-'))}/log.jsonl`;
    writeFileSync(path, (await bundleOf(log)).join('\n'));
    const verdict = await verifyBundle(textOfFile(path), { keys: [log.verifierKey] }, nodePrimitives);
    expect([verdict.result, verdict.checked.records]).toEqual(['good', 20]);
  });
});

describe('a record of a bundle', () => {
  const changed = async (change: (line: string, index: number) => string): Promise<unknown[]> => {
    const log = await aLog(20);
    const lines = await bundleOf(log);
    let index = -1;
    const tampered = lines.map((line) => (isRecord(line) ? change(line, (index += 1)) : line));
    return finding(await check(tampered, { keys: [log.verifierKey] }));
  };
  const at =
    (n: number, change: (line: string) => string) =>
    (line: string, index: number): string =>
      index === n ? change(line) : line;
  const withLeafOf = (line: string, event: StoredEvent): string =>
    line.replace(/"leaf":\{.*\}\}$/, `"leaf":${leafEntry(event, 'sha256')}}`);

  it.each<[string, (line: string) => string, unknown[]]>([
    [
      'without its event',
      (line) => line.replace(/"event":.*,"hash"/, '"event":null,"hash"'),
      ['record.dropped', 7],
    ],
    [
      'that was never sealed',
      () => `{"event":${jcs(storedEvent(99))},"hash":null,"index":null,"leaf":null}`,
      ['record.inserted', 7],
    ],
    [
      'that repeats one and was never sealed',
      () => `{"event":${jcs(storedEvent(3))},"hash":null,"index":null,"leaf":null}`,
      ['record.doubled', 7],
    ],
    [
      'that repeats another under its leaf',
      (line) => line.replace(/"event":.*,"hash"/, `"event":${jcs(storedEvent(3))},"hash"`),
      ['record.doubled', 7],
    ],
    [
      'that stands for another',
      (line) => line.replace(/"event":.*,"hash"/, `"event":${jcs(storedEvent(99))},"hash"`),
      ['record.replaced', 7],
    ],
    [
      'whose event is no object',
      (line) => line.replace(/"event":.*,"hash"/, '"event":7,"hash"'),
      ['record.malformed', 7],
    ],
    [
      'whose leaf is no JSON',
      (line) => line.replace(/"leaf":\{.*\}\}$/, '"leaf":{x}}'),
      ['record.malformed', 7],
    ],
    [
      'whose leaf is of a later version',
      (line) => line.replace('"v":1}}', '"v":2}}'),
      ['record.malformed', 7],
    ],
    ['whose leaf is that of another', (line) => withLeafOf(line, storedEvent(8)), ['record.changed', 7]],
    [
      'whose hash is another',
      (line) => line.replace(/"hash":"./, '"hash":"'.concat(line.includes('"hash":"0') ? '1' : '0')),
      ['record.changed', 7],
    ],
    [
      'without its hash',
      (line) => line.replace(/"hash":"[0-9a-f]{64}"/, '"hash":null'),
      ['record.changed', 7],
    ],
    ['that claims an earlier place', (line) => line.replace('"index":7', '"index":6'), ['record.doubled', 7]],
    ['that claims a later place', (line) => line.replace('"index":7', '"index":8'), ['record.dropped', 7]],
  ])('%s is found', async (_which, change, expected) => {
    expect(await changed(at(7, change))).toEqual([1, ...expected]);
  });

  it('needs no index, and is found when it stands elsewhere', async () => {
    expect(await changed((line) => line.replace(/"index":\d+/, '"index":null'))).toEqual([
      0,
      undefined,
      undefined,
    ]);
    const log = await aLog(20);
    const lines = await bundleOf(log);
    const place = lines.findIndex((line) => line.includes('"index":7,'));
    const [moved = ''] = lines.splice(place, 1);
    lines.splice(-1, 0, moved);
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([1, 'record.reordered', 7]);
  });
});

describe('the end of a bundle', () => {
  it.each<[string, (lines: string[]) => void, unknown[]]>([
    [
      'that says less than there is',
      (all) => all.splice(-1, 1, '{"end":{"size":19}}'),
      ['record.inserted', 20],
    ],
    [
      'that says more than there is',
      (all) => all.splice(-1, 1, '{"end":{"size":21}}'),
      ['record.inserted', 20],
    ],
    ['that is told twice', (all) => all.push('{"end":{"size":20}}'), ['record.malformed', 20]],
    [
      'before what the header says',
      (all) => (all[0] = (all[0] ?? '').replace('"size":20', '"size":21')),
      ['record.truncated', 20],
    ],
    [
      'behind what the header says',
      (all) => (all[0] = (all[0] ?? '').replace('"size":20', '"size":19')),
      ['record.inserted', 19],
    ],
  ])('%s is found', async (_which, tamper, expected) => {
    const log = await aLog(20);
    const lines = await bundleOf(log);
    tamper(lines);
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([1, ...expected]);
  });
});

describe('the checkpoints of a bundle', () => {
  it('stand behind the records they cover, and belong to the log', async () => {
    const log = await aLog(30);
    const lines = await bundleOf(log);
    const [first = 0, second = 0] = lines.flatMap((line, place) => (isHead(line) ? [place] : []));
    const misplaced = lines.with(first, lines[second] ?? '');
    expect(finding(await check(misplaced, { keys: [log.verifierKey] }))).toEqual([
      1,
      'checkpoint.covers-more',
      0,
      10,
    ]);
    const early = lines.toSpliced(1, 0, lines[first] ?? '');
    expect(finding(await check(early, { keys: [log.verifierKey] }))).toEqual([
      1,
      'checkpoint.covers-more',
      0,
      0,
    ]);
    const foreign = sealedLog({ key: log.key, hash: 'sm3', guard: memoryGuard() });
    await growSealed(foreign, storedEvents(0, 10));
    const other = lines.with(first, jcs({ checkpoint: headsOf(foreign)[0] }));
    expect(finding(await check(other, { keys: [log.verifierKey] }))).toEqual([1, 'checkpoint.malformed', 10]);
  });

  it('may be told twice', async () => {
    const log = await aLog(10);
    const lines = await bundleOf(log);
    const head = lines.find(isHead) ?? '';
    const verdict = await check(lines.toSpliced(-1, 0, head), { keys: [log.verifierKey] });
    expect([verdict.result, verdict.checked.checkpoints, verdict.checked.signatures]).toEqual(['good', 2, 2]);
  });

  it('are told apart by their roots even where nobody gave a key', async () => {
    const log = await aLog(20);
    const forged = await aLog(20, 'forge', log);
    const [mine, theirs] = [await bundleOf(log), await bundleOf(forged)];
    const mixed = mine.map((line, place) => (isHead(line) ? (theirs[place] ?? '') : line));
    expect(finding(await check(mixed, {}))).toEqual([1, 'checkpoint.root-mismatch', 0, 9]);
  });

  it('all missing prove nothing', async () => {
    const log = await aLog(20);
    const lines = (await bundleOf(log)).filter((line) => !isHead(line));
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([2, 'bundle.no-checkpoint', 0]);
  });
});

describe('what was known before', () => {
  it('may be the very end, or twice the same', async () => {
    const log = await aLog(20);
    const heads = headsOf(log);
    const known = [...heads, ...heads.slice(-1)];
    const verdict = await check(await bundleOf(log), { keys: [log.verifierKey], known });
    expect([verdict.result, verdict.checked.knownHeads]).toEqual(['good', 3]);
  });

  it('bounds what a fork may have altered', async () => {
    const log = await aLog(30);
    const forked = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(forked, [...storedEvents(0, 15), ...storedEvents(15, 30, 'forge')]);
    const trust = { keys: [log.verifierKey], known: headsOf(log) };
    expect(finding(await check(await bundleOf(forked), trust))).toEqual([1, 'log.forked', 10, 19]);
    const twice = { ...trust, known: [...headsOf(forked).slice(1, 2), ...headsOf(log).slice(1, 2)] };
    const verdict = await check(await bundleOf(forked), twice);
    expect([finding(verdict), verdict.checked.records]).toEqual([[1, 'log.forked', 19, 19], 20]);
  });

  it('may be an earlier bundle that ends where this one does, or before', async () => {
    const log = await aLog(10);
    const shorter = (await bundleOf(log)).map((line) => `${line}\n`);
    await growSealed(log, storedEvents(10, 20));
    const lines = await bundleOf(log);
    for (const earlier of [shorter, lines.map((line) => `${line}\n`)]) {
      expect((await check(lines, { keys: [log.verifierKey], earlier })).result).toBe('good');
    }
  });

  it('has its first difference named, even where an earlier record was not sealed there', async () => {
    const log = await aLog(20);
    const forged = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(forged, [storedEvent(0, 'forge'), ...storedEvents(1, 20)]);
    const unsealed = `{"event":${jcs(storedEvent(99))},"hash":null,"index":null,"leaf":null}`;
    const earlier = (await bundleOf(log)).toSpliced(1, 0, unsealed).map((line) => `${line}\n`);
    const trust = { keys: [log.verifierKey], earlier };
    expect((await check(await bundleOf(log), trust)).result).toBe('good');
    expect(finding(await check(await bundleOf(forged), trust))).toEqual([1, 'log.differs', 0]);
  });
});

it('an empty log has the root that RFC 9162 gives it', async () => {
  const header = '{"format":"duban-log","hash":"sha256","keys":[],"origin":"log","size":0,"version":1}';
  const head = (root: string) => jcs({ checkpoint: `log\n0\n${root}\n\n— log AAAAAAA=\n` });
  const empty = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  const end = '{"end":{"size":0}}';
  expect(finding(await check([header, head(empty), end], {}))).toEqual([2, 'key.not-given', 0]);
  expect(finding(await check([header, head(`A${empty.slice(1)}`), end], {}))).toEqual([
    1,
    'checkpoint.root-mismatch',
    0,
    0,
  ]);
});
