import { hash as hashOf } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { jcs, leafEntry } from '@duban/audit-log';
import type { StoredEvent } from '@duban/event-store';
import { exitCodeOf, nodePrimitives, verifyBundle, type Trust, type Verdict } from '@duban/audit-verify';
import { positionOf, storedEvent, storedEvents } from './fake-log.ts';
import {
  bundleOf,
  growSealed,
  memoryGuard,
  newKey,
  sealedLog,
  type SealedLog,
  type SealedLogOptions,
} from './sealed-log.ts';

const SIZE = 40;
const BAD = 17;

const aLog = async (options: SealedLogOptions = {}): Promise<SealedLog> => {
  const log = sealedLog(options);
  await growSealed(log, storedEvents(0, SIZE));
  return log;
};

const textOf = (lines: readonly string[]): string[] => lines.map((line) => `${line}\n`);
const check = (lines: readonly string[], trust: Trust): Promise<Verdict> =>
  verifyBundle(textOf(lines), trust, nodePrimitives);
const checkLog = async (log: SealedLog, trust: Trust = {}): Promise<Verdict> =>
  check(await bundleOf(log), { keys: [log.verifierKey], ...trust });

/** What was found first, and whether anybody could say so with an exit code of 1. */
const finding = (verdict: Verdict) => {
  const { record, upTo, code } = verdict.firstBad ?? {};
  return [exitCodeOf(verdict), code, record, ...(upTo === undefined ? [] : [upTo])];
};

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
};

describe('a sound log', () => {
  it('is good, and everything in it was checked', async () => {
    expect(await checkLog(await aLog())).toEqual({
      result: 'good',
      checked: { records: 40, checkpoints: 4, signatures: 4, cosignatures: 0, knownHeads: 0 },
    });
  });

  it('is good with SM3 in place of SHA-256', async () => {
    expect((await checkLog(await aLog({ hash: 'sm3' }))).result).toBe('good');
  });

  it('is good against heads and bundles seen earlier', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 20));
    const earlier = textOf(await bundleOf(log));
    await growSealed(log, storedEvents(20, SIZE));
    const known = log.store.checkpoints(0, 9).map(({ note }) => note);
    const verdict = await checkLog(log, { known, earlier });
    expect([verdict.result, verdict.checked.knownHeads]).toEqual(['good', 4]);
  });

  it('is good when a JSON tool has spelled it anew', async () => {
    const log = await aLog();
    const spelled = (await bundleOf(log)).map((line) => {
      const members = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify(Object.fromEntries(Object.entries(members).reverse()), null, 1).replaceAll(
        '\n',
        '',
      );
    });
    expect((await check(spelled, { keys: [log.verifierKey] })).result).toBe('good');
  });

  it.each([1, 77, 1_000_000])('is read in pieces of %d characters', async (most) => {
    const log = await aLog();
    const text = (await bundleOf(log)).join('\n');
    const pieces = Array.from({ length: Math.ceil(text.length / most) }, (_, n) =>
      text.slice(n * most, (n + 1) * most),
    );
    expect((await verifyBundle(pieces, { keys: [log.verifierKey] }, nodePrimitives)).checked.records).toBe(
      SIZE,
    );
  });
});

type Tampering = (events: StoredEvent[]) => void;
const smuggled = (event: StoredEvent): StoredEvent => ({
  ...event,
  position: positionOf((BAD + 1) * 10 + 5),
});
const swap = (events: StoredEvent[]): void => {
  const one = at(events, BAD);
  const other = at(events, BAD + 1);
  events[BAD] = { ...other, position: one.position };
  events[BAD + 1] = { ...one, position: other.position };
};

const inPlaceOf = (events: StoredEvent[], place: number, event: StoredEvent): StoredEvent => ({
  ...event,
  position: at(events, place).position,
});
const farSwap = (events: StoredEvent[]): void => {
  const [one, other] = [at(events, BAD), at(events, BAD + 9)];
  events[BAD] = inPlaceOf(events, BAD, other);
  events[BAD + 9] = inPlaceOf(events, BAD + 9, one);
};
/** Takes an event out, for a position between those of `place` and the one before. */
const movedTo = (events: StoredEvent[], from: number, place: number): StoredEvent[] =>
  events.splice(from, 1).map((event) => ({ ...event, position: positionOf(place * 10 + 5) }));
/** In a log that numbers without holes, all positions behind the place are those of the neighbour. */
const renumberedPositions = (events: StoredEvent[]): void => {
  events.forEach((event, place) => (events[place] = { ...event, position: positionOf((place + 1) * 10) }));
};
const droppedAndMoved: Tampering = (events) => {
  events.splice(BAD, 1);
  renumberedPositions(events);
};
const doubledAndMoved: Tampering = (events) => {
  events.splice(BAD, 0, at(events, BAD));
  renumberedPositions(events);
};
const insertedAndMoved: Tampering = (events) => {
  events.splice(BAD, 0, storedEvent(99));
  renumberedPositions(events);
};

describe('a log of events that was tampered with and then exported', () => {
  it.each<[string, Tampering, string, number]>([
    ['changed', (all) => (all[BAD] = { ...at(all, BAD), data: { item: 'milder' } }), 'record.changed', BAD],
    ['dropped', (all) => all.splice(BAD, 1), 'record.dropped', BAD],
    ['dropped, and all behind it moved up', droppedAndMoved, 'record.dropped', BAD],
    ['reordered', swap, 'record.reordered', BAD],
    ['reordered over a distance', farSwap, 'record.reordered', BAD],
    [
      'moved to a free place behind',
      (all) => all.splice(25, 0, ...movedTo(all, BAD, 26)),
      'record.reordered',
      BAD,
    ],
    [
      'moved to a free place before',
      (all) => all.splice(11, 0, ...movedTo(all, BAD, 11)),
      'record.reordered',
      11,
    ],
    ['doubled', (all) => all.splice(BAD + 1, 0, smuggled(at(all, BAD))), 'record.doubled', BAD + 1],
    ['doubled, and all behind it moved down', doubledAndMoved, 'record.doubled', BAD + 1],
    ['inserted', (all) => all.splice(BAD + 1, 0, smuggled(storedEvent(99))), 'record.inserted', BAD + 1],
    ['inserted, and all behind it moved down', insertedAndMoved, 'record.inserted', BAD],
    [
      'replaced by another',
      (all) => (all[BAD] = inPlaceOf(all, BAD, storedEvent(99))),
      'record.replaced',
      BAD,
    ],
    [
      'replaced by a copy of a later one',
      (all) => (all[BAD] = inPlaceOf(all, BAD, storedEvent(30))),
      'record.replaced',
      BAD,
    ],
    [
      'replaced by a copy of an earlier one',
      (all) => (all[BAD] = inPlaceOf(all, BAD, storedEvent(3))),
      'record.doubled',
      BAD,
    ],
    ['truncated', (all) => all.splice(BAD), 'log.truncated', BAD],
    ['truncated by one', (all) => all.pop(), 'log.truncated', SIZE - 1],
    [
      'moved to another case',
      (all) => (all[BAD] = { ...at(all, BAD), stream: 'case-0' }),
      'record.changed',
      BAD,
    ],
  ])('%s: the record is named', async (_kind, tamper, code, record) => {
    const log = await aLog();
    tamper(log.events);
    expect(finding(await checkLog(log))).toEqual([1, code, record]);
  });
});

/** Lines of the bundle, where record `n` is behind the header and the checkpoints below it. */
const lineOf = (n: number): number => 1 + n + Math.floor(n / 10);
type FileTampering = (lines: string[]) => unknown;
const edit = (lines: string[], n: number, change: (line: string) => string): void => {
  lines[lineOf(n)] = change(at(lines, lineOf(n)));
};

/** All that can be made to fit without a key: event, digest, leaf and leaf hash. */
const forgedLine = (event: StoredEvent, index: number): string => {
  const leaf = leafEntry(event, 'sha256');
  const hash = hashOf('sha256', `\u0000${leaf}`, 'hex');
  return `{"event":${jcs(event)},"hash":"${hash}","index":${index},"leaf":${leaf}}`;
};
const renumbered = (lines: string[]): void => {
  let index = 0;
  lines.forEach((line, place) => {
    if (line.startsWith('{"event"')) lines[place] = line.replace(/"index":\d+/, `"index":${index++}`);
  });
};

describe('a file that was tampered with', () => {
  it.each<[string, FileTampering, unknown[]]>([
    [
      'changed',
      (all) => {
        edit(all, BAD, (line) => line.replace('rectify', 'forgive'));
      },
      ['record.changed', BAD],
    ],
    [
      'changed in its leaf',
      (all) => {
        edit(all, BAD, (line) => line.replace(/"leaf":\{"digest":"sha256:./, '"leaf":{"digest":"sha256:g'));
      },
      ['record.changed', BAD],
    ],
    [
      'changed with all hashes made anew',
      (all) => {
        edit(all, BAD, () => forgedLine({ ...storedEvent(BAD), data: {} }, BAD));
      },
      ['checkpoint.root-mismatch', 10, 19],
    ],
    [
      'mislabelled',
      (all) => {
        edit(all, BAD, () =>
          forgedLine(storedEvent(BAD), BAD).replace('"type":"ItemAssigned","v"', '"type":"ItemClosed","v"'),
        );
      },
      ['record.changed', BAD],
    ],
    ['dropped', (all) => all.splice(lineOf(BAD), 1), ['record.dropped', BAD]],
    [
      'dropped and renumbered',
      (all) => {
        all.splice(lineOf(BAD), 1);
        renumbered(all);
      },
      ['checkpoint.covers-more', 10, 19],
    ],
    [
      'dropped early and renumbered',
      (all) => {
        all.splice(lineOf(11), 1);
        renumbered(all);
      },
      ['record.gap', 10, 13],
    ],
    [
      'given a record too many, renumbered, with hashes that fit',
      (all) => {
        all.splice(
          lineOf(BAD),
          0,
          forgedLine(
            {
              ...storedEvent(99),
              position: positionOf((BAD + 1) * 10 - 5),
              stream: 'case-9',
              revision: 0,
              metadata: storedEvent(BAD).metadata,
            },
            0,
          ),
        );
        renumbered(all);
      },
      ['checkpoint.covers-fewer', 10, 21],
    ],
    [
      'reordered',
      (all) => all.splice(lineOf(BAD), 2, at(all, lineOf(BAD + 1)), at(all, lineOf(BAD))),
      ['record.reordered', BAD],
    ],
    [
      'reordered and renumbered',
      (all) => {
        all.splice(lineOf(BAD), 2, at(all, lineOf(BAD + 1)), at(all, lineOf(BAD)));
        renumbered(all);
      },
      ['record.reordered', BAD],
    ],
    ['doubled', (all) => all.splice(lineOf(BAD), 0, at(all, lineOf(BAD))), ['record.doubled', BAD + 1]],
    [
      'doubled and renumbered',
      (all) => {
        all.splice(lineOf(BAD), 0, at(all, lineOf(BAD)));
        renumbered(all);
      },
      ['record.doubled', BAD + 1],
    ],
    [
      'inserted',
      (all) => all.splice(lineOf(BAD), 0, forgedLine(storedEvent(BAD, 'forge'), BAD)),
      ['record.doubled', BAD + 1],
    ],
    [
      'back-dated',
      (all) => {
        edit(all, BAD, () =>
          forgedLine(
            {
              ...storedEvent(BAD),
              metadata: { ...storedEvent(BAD).metadata, recordedAt: '2020-01-01T00:00:00.000Z' },
            },
            BAD,
          ),
        );
      },
      ['record.back-dated', BAD],
    ],
    ['truncated', (all) => all.splice(lineOf(BAD)), ['record.truncated', BAD]],
    ['without its end', (all) => all.pop(), ['record.truncated', SIZE]],
    [
      'grown behind its end',
      (all) => all.push(forgedLine(storedEvent(SIZE), SIZE)),
      ['record.malformed', SIZE],
    ],
    [
      'grown without a checkpoint',
      (all) => {
        all.splice(-1, 1, forgedLine(storedEvent(SIZE), SIZE), '{"end":{"size":41}}');
      },
      ['record.inserted', SIZE],
    ],
    [
      'garbled',
      (all) => {
        edit(all, BAD, (line) => line.slice(3));
      },
      ['record.malformed', BAD],
    ],
    ['robbed of its last checkpoint', (all) => all.splice(-2, 1), ['record.unsealed', 30]],
    [
      'given a checkpoint that is none',
      (all) => all.splice(-2, 1, '{"checkpoint":"x"}'),
      ['checkpoint.malformed', SIZE],
    ],
  ])('%s: the record is named', async (_kind, tamper, expected) => {
    const log = await aLog();
    const lines = await bundleOf(log);
    tamper(lines);
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([1, ...expected]);
  });

  it('says why in both languages', async () => {
    const log = await aLog();
    log.events.splice(BAD, 1);
    expect((await checkLog(log)).firstBad?.reason).toEqual({
      zh: '记录 17 缺失',
      en: 'record 17 is missing',
    });
  });

  it('cannot hide an altered record behind a label that does not fit', async () => {
    const log = await aLog();
    const lines = await bundleOf(log);
    const leaf = leafEntry(storedEvent(BAD), 'sha256').replace('ItemAssigned', 'ItemClosed');
    const hash = hashOf('sha256', `\u0000${leaf}`, 'hex');
    lines[lineOf(BAD)] = `{"event":${jcs(storedEvent(BAD))},"hash":"${hash}","index":${BAD},"leaf":${leaf}}`;
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([1, 'record.mislabelled', BAD]);
  });
});

describe('whoever holds the key of the log', () => {
  const forged = async (log: SealedLog): Promise<SealedLog> => {
    const other = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(other, [...storedEvents(0, 22), ...storedEvents(22, SIZE, 'forge')]);
    return other;
  };
  const heads = (log: SealedLog): string[] => log.store.checkpoints(0, 9).map(({ note }) => note);

  it('cannot roll the log back past a head that was seen', async () => {
    const log = await aLog();
    const old = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(old, storedEvents(0, 30));
    expect((await checkLog(old)).result).toBe('good');
    expect(finding(await checkLog(old, { known: heads(log) }))).toEqual([1, 'log.rolled-back', 30]);
    expect(finding(await checkLog(old, { earlier: textOf(await bundleOf(log)) }))).toEqual([
      1,
      'log.rolled-back',
      30,
    ]);
  });

  it('cannot fork the log against a head that was seen', async () => {
    const log = await aLog();
    const other = await forged(log);
    expect((await checkLog(other)).result).toBe('good');
    expect(finding(await checkLog(other, { known: heads(log) }))).toEqual([1, 'log.forked', 20, 29]);
    expect(finding(await checkLog(other, { known: heads(log).slice(3) }))).toEqual([1, 'log.forked', 0, 39]);
  });

  it('cannot fork the log against an earlier bundle: the very record is named', async () => {
    const log = await aLog();
    const earlier = textOf(await bundleOf(log));
    expect(finding(await checkLog(await forged(log), { earlier }))).toEqual([1, 'log.differs', 22]);
  });
});

describe('keys', () => {
  it('of somebody else sign nothing here', async () => {
    const log = await aLog();
    const { verifierKey } = sealedLog({ key: newKey() });
    expect(finding(await checkLog(log, { keys: [verifierKey] }))).toEqual([
      1,
      'checkpoint.unknown-key',
      0,
      9,
    ]);
  });

  it('do not sign a checkpoint whose text was changed', async () => {
    const log = await aLog();
    const lines = await bundleOf(log);
    lines[lineOf(9) + 1] = at(lines, lineOf(9) + 1).replace(/\\n[A-Za-z0-9+/]{3}/, '\\nAAA');
    expect(finding(await check(lines, { keys: [log.verifierKey] }))).toEqual([
      1,
      'checkpoint.bad-signature',
      0,
      9,
    ]);
  });

  it('are needed to tell who signed', async () => {
    const log = await aLog();
    expect(finding(await checkLog(log, { keys: [] }))).toEqual([2, 'key.not-given', 0]);
    expect((await checkLog(log, { keys: [], trustBundleKeys: true })).result).toBe('good');
    expect(finding(await checkLog(log, { keys: ['nonsense'] }))).toEqual([2, 'key.unusable', 0]);
  });

  it('are needed to believe in a known head', async () => {
    const log = await aLog();
    const foreign = await aLog();
    const known = foreign.store.checkpoints(0, 9).map(({ note }) => note);
    expect(finding(await checkLog(log, { known }))).toEqual([2, 'known.unverified', 0]);
    expect(finding(await checkLog(log, { known: ['nonsense'] }))).toEqual([2, 'known.unverified', 0]);
  });

  it('find a wrong record even where none is given', async () => {
    const log = await aLog();
    log.events.splice(BAD, 1);
    expect(finding(await checkLog(log, { keys: [] }))).toEqual([1, 'record.dropped', BAD]);
  });
});

describe('what is no bundle', () => {
  it.each([
    ['an empty file', [], 'bundle.unreadable'],
    ['another file', ['{"format":"zip"}'], 'bundle.unreadable'],
    [
      'a header without an origin',
      ['{"format":"duban-log","hash":"sha256","version":1}'],
      'bundle.unreadable',
    ],
    ['a later version', ['{"format":"duban-log","version":2}'], 'bundle.unknown-version'],
    ['an unknown hash', ['{"format":"duban-log","hash":"md5","version":1}'], 'bundle.unknown-version'],
    [
      'a log without a checkpoint',
      [
        '{"format":"duban-log","hash":"sha256","keys":[],"origin":"a","size":0,"version":1}',
        '{"end":{"size":0}}',
      ],
      'bundle.no-checkpoint',
    ],
  ])('%s', async (_what, lines, code) => {
    expect(finding(await check(lines, {}))).toEqual([2, code, 0]);
  });
});
