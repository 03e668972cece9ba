import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nodePrimitives } from '../node-primitives.ts';
import { smallEvent, smallLog, type SmallEvent } from '../proof/small-log.fixture.ts';
import { attachmentsFault } from './package-attachments.ts';
import { filesInLines, linesOf, proofFile } from './package-files.ts';
import { packageInFolder } from './package-folder.ts';
import { sumsFault } from './package-sums.ts';
import { verifyPackage } from './verify-package.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const OTHER = `sm3:${'cd'.repeat(32)}`;
const withSums = (files: ReadonlyMap<string, string>): Map<string, string> => {
  const sums = [...files].map(([file, text]) => `${hash('sha256', text)}  ${file}\n`).join('');
  return new Map([...files, ['SHA256SUMS', sums]]);
};

describe('the list of attachments', () => {
  const event = JSON.stringify({
    data: { file: DIGEST, list: [{ 'a/b~c': OTHER }], title: 'x', none: null, n: 1 },
  });
  const line = (revision: number, place: string, digest: string) =>
    JSON.stringify({ revision, place, digest });
  const right = [line(1, '/file', DIGEST), line(1, '/list/0/a~1b~0c', OTHER)];
  const fault = (lines: readonly string[], events = ['{"data":{}}', event]) =>
    attachmentsFault(new Map([['attachments.ndjson', lines.map((each) => `${each}\n`).join('')]]), events);
  const DIFFER = { record: 0, code: 'package.attachments-differ', file: 'attachments.ndjson' };

  it('names every file that the events name, where they name it', () => {
    expect(fault(right)).toBeNull();
    expect(attachmentsFault(new Map(), ['{"data":{}}'])).toBeNull();
  });

  it.each<[string, string[]]>([
    ['one left out', right.slice(0, 1)],
    ['none', []],
    ['one more', [...right, line(1, '/x', DIGEST)]],
    ['another order', right.toReversed()],
    [
      'a name that no event says',
      [line(1, '/file', DIGEST).replace('}', ',"name":"other.pdf"}'), ...right.slice(1)],
    ],
    [
      'a digest said twice',
      [line(1, '/file', DIGEST).replace('{', `{"digest":"${OTHER}",`), ...right.slice(1)],
    ],
    [
      'a member of its own invention',
      [line(1, '/file', DIGEST).replace('{', '{"seen":true,'), ...right.slice(1)],
    ],
    ['another place', [line(1, '/fila', DIGEST), ...right.slice(1)]],
    ['another revision', [line(0, '/file', DIGEST), ...right.slice(1)]],
    ['another digest', [line(1, '/file', OTHER), ...right.slice(1)]],
    ['a line that is no JSON', ['x', ...right.slice(1)]],
  ])('is wrong with %s', (_what, lines) => {
    expect(fault(lines)).toEqual(DIFFER);
  });

  it('is about digests, and about nothing that only holds one', () => {
    const odd = JSON.stringify({
      data: {
        a: `x${DIGEST}`,
        b: `${DIGEST}0`,
        c: DIGEST.toUpperCase(),
        d: 'sha256:ab',
        e: `md5:${'ab'.repeat(32)}`,
      },
    });
    expect(fault([], [odd])).toBeNull();
    expect(fault([], ['x'])).toBeNull();
  });
});

describe('the sums', () => {
  const files = new Map([
    ['a.txt', 'a\n'],
    ['b c.txt', 'b\n'],
  ]);
  const fault = (change: (files: Map<string, string>) => void) => {
    const all = withSums(files);
    change(all);
    const found = sumsFault(all, nodePrimitives);
    return found && [found.code, found.file];
  };
  const sum = hash('sha256', 'a\n');

  it('fit', () => {
    expect(fault(() => undefined)).toBeNull();
    expect(
      fault((all) =>
        all.set('SHA256SUMS', `${all.get('SHA256SUMS') ?? ''}${hash('sha256', '')}  empty.txt\n`),
      ),
    ).toBeNull();
  });

  it.each<[string, (all: Map<string, string>) => unknown, string[]]>([
    ['are missing', (all) => all.delete('SHA256SUMS'), ['package.file-missing', 'SHA256SUMS']],
    ['do not fit a file', (all) => all.set('b c.txt', 'x'), ['package.file-changed', 'b c.txt']],
    ['name a file that is gone', (all) => all.delete('b c.txt'), ['package.file-missing', 'b c.txt']],
    ['do not name a file', (all) => all.set('z', ''), ['package.file-added', 'z']],
    ['are no sums', (all) => all.set('SHA256SUMS', 'x\n'), ['package.file-changed', 'SHA256SUMS']],
    [
      'have text in front',
      (all) => all.set('SHA256SUMS', `x${sum}  a.txt\n`),
      ['package.file-changed', 'SHA256SUMS'],
    ],
    ['name nothing', (all) => all.set('SHA256SUMS', `${sum}  \n`), ['package.file-changed', 'SHA256SUMS']],
    [
      'have one space',
      (all) => all.set('SHA256SUMS', `${sum} a.txt\n`),
      ['package.file-changed', 'SHA256SUMS'],
    ],
  ])('%s', (_how, change, expected) => {
    expect(fault(change)).toEqual(expected);
  });
});

describe('the files of a package', () => {
  it('are read from a folder, by paths with slashes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-package-'));
    mkdirSync(join(folder, 'proofs', 'empty'), { recursive: true });
    writeFileSync(join(folder, 'z.txt'), '督\n');
    writeFileSync(join(folder, 'proofs', '1'), 'one');
    writeFileSync(join(folder, 'a.txt'), '');
    const { files, attached } = await packageInFolder(folder);
    expect(attached.size).toBe(0);
    expect([...files]).toEqual([
      ['a.txt', ''],
      ['proofs/1', 'one'],
      ['z.txt', '督\n'],
    ]);
  });

  it('are read from lines, each with its newline', () => {
    const line = (file: unknown, text: unknown) => JSON.stringify({ file, line: text });
    expect(filesInLines(['{}', line('a', '1'), '', line('b', 'x'), line('a', '2')])).toEqual(
      new Map([
        ['a', '1\n2\n'],
        ['b', 'x\n'],
      ]),
    );
    for (const bad of ['x', line(1, 'x'), line('a', 1), line('a', undefined), line('a', '1\n2'), '{}']) {
      expect(filesInLines(['{}', line('a', '1'), bad])).toMatchObject({ code: 'package.unreadable' });
    }
  });

  it('have lines, and one more where the newline is missing', () => {
    expect([linesOf(''), linesOf('a\nb\n'), linesOf('a\nb')]).toEqual([[], ['a', 'b'], ['a', 'b']]);
    expect(proofFile(7)).toBe('proofs/00000007.tlog-proof');
  });
});

/** A package of `case-1`, whose events stand in the log at these places; others of the log belong to another case. */
const packaged = (
  inLog: readonly SmallEvent[],
  change: (files: Map<string, string>) => void = () => undefined,
) => {
  const log = smallLog(inLog);
  const mine = inLog.filter(({ stream }) => stream === 'case-1');
  const files = new Map<string, string>([
    ['events.ndjson', mine.map((event) => `${JSON.stringify(event)}\n`).join('')],
    ['checkpoint.txt', log.note],
    ...mine.map((event): [string, string] => [proofFile(event.revision), log.proofOf(inLog.indexOf(event))]),
  ]);
  change(files);
  return { log, files: files.has('SHA256SUMS') ? files : withSums(files) };
};
const found = async (inLog: readonly SmallEvent[], change?: (files: Map<string, string>) => void) => {
  const { log, files } = packaged(inLog, change);
  const given = { files, attached: new Map<string, string>() };
  const { result, firstBad, about } = await verifyPackage(given, { keys: [log.key.text] }, nodePrimitives);
  return firstBad === undefined ? [result, about] : [result, firstBad.code, firstBad.record];
};
const other = smallEvent(1, { id: 'x', stream: 'case-2', revision: 0 });
const sound = [smallEvent(0), other, smallEvent(2, { revision: 1 }), smallEvent(3, { revision: 2 })];
const line = (files: Map<string, string>, n: number, change: (event: SmallEvent) => unknown): void => {
  const lines = linesOf(files.get('events.ndjson') ?? '').map((text, place) =>
    place === n ? JSON.stringify(change(JSON.parse(text) as SmallEvent)) : text,
  );
  files.set('events.ndjson', lines.map((text) => `${text}\n`).join(''));
};

describe('a package of a case', () => {
  it('is good, and says whether the log ended with it', async () => {
    const about = { kind: 'case', origin: 'log', size: 4, stream: 'case-1', events: 3, endsTheLog: true };
    expect(await found(sound)).toEqual(['good', about]);
    expect(
      (await found([...sound.slice(0, 3), smallEvent(4, { id: 'y', stream: 'case-2', revision: 1 })]))[1],
    ).toMatchObject({
      ...{ events: 2, endsTheLog: false },
    });
  });

  it.each<[string, (files: Map<string, string>) => unknown, unknown[]]>([
    [
      'without events is none',
      (files) => files.delete('events.ndjson'),
      ['cannot-tell', 'bundle.unreadable', 0],
    ],
    [
      'without a checkpoint proves nothing',
      (files) => files.delete('checkpoint.txt'),
      ['cannot-tell', 'event.unsealed', 0],
    ],
    [
      'without a checkpoint still has sums',
      (files) => files.delete('checkpoint.txt') && files.set('SHA256SUMS', ''),
      ['bad', 'package.file-added', 0],
    ],
    [
      'without its last proof is unsealed from there',
      (files) => files.delete(proofFile(2)),
      ['cannot-tell', 'event.unsealed', 2],
    ],
    [
      'without a proof in its midst is bad',
      (files) => files.delete(proofFile(1)),
      ['bad', 'event.unproven', 1],
    ],
    ['with a proof that is none', (files) => files.set(proofFile(1), 'x'), ['bad', 'proof.malformed', 1]],
    [
      'with a proof whose leaf is none',
      (files) => files.set(proofFile(1), (files.get(proofFile(1)) ?? '').replace(/extra .*/, 'extra e30=')),
      ['bad', 'proof.malformed', 1],
    ],
    [
      'with a proof of another event',
      (files) => files.set(proofFile(1), files.get(proofFile(2)) ?? ''),
      ['bad', 'proof.other-event', 1],
    ],
    [
      'with an event that is no JSON',
      (files) => files.set('events.ndjson', 'x\n'),
      ['bad', 'event.malformed', 0],
    ],
    [
      'with an event that has no revision',
      (files) => {
        line(files, 1, (event) => ({ ...event, revision: '1' }));
      },
      ['bad', 'event.malformed', 1],
    ],
    [
      'with an event of another case',
      (files) => {
        line(files, 1, (event) => ({ ...event, stream: 'case-2' }));
      },
      ['bad', 'event.foreign', 1],
    ],
    [
      'with an event twice',
      (files) => {
        line(files, 1, () => smallEvent(0));
      },
      ['bad', 'event.doubled', 1],
    ],
    [
      'with an event of an earlier place',
      (files) => {
        line(files, 2, (event) => ({ ...event, revision: 0 }));
      },
      ['bad', 'event.reordered', 0],
    ],
    [
      'with a changed event',
      (files) => {
        line(files, 1, (event) => ({ ...event, data: 1 }));
      },
      ['bad', 'event.changed', 1],
    ],
    [
      'without an event in its midst',
      (files) =>
        files.set(
          'events.ndjson',
          linesOf(files.get('events.ndjson') ?? '')
            .toSpliced(1, 1)
            .join('\n'),
        ),
      ['bad', 'event.missing', 1],
    ],
    [
      'with two events in each other’s place',
      (files) =>
        files.set(
          'events.ndjson',
          linesOf(files.get('events.ndjson') ?? '')
            .map((_, n, all) => all[[0, 2, 1][n] ?? 0])
            .join('\n'),
        ),
      ['bad', 'event.reordered', 1],
    ],
    [
      'without its last event, whose proof is there',
      (files) =>
        files.set(
          'events.ndjson',
          linesOf(files.get('events.ndjson') ?? '')
            .slice(0, 2)
            .join('\n'),
        ),
      ['bad', 'event.missing', 2],
    ],
    ['with files beside the proofs that sort behind them', (files) => files.set('zzz.txt', ''), ['good']],
  ])('%s', async (_how, change, expected) => {
    expect((await found(sound, change)).slice(0, expected.length)).toEqual(expected);
  });

  it('has its events in the order of the log, by place and by time', async () => {
    const swapped = [smallEvent(0, { revision: 1 }), smallEvent(1, { revision: 0 })];
    const inCaseOrder = (files: Map<string, string>) =>
      files.set(
        'events.ndjson',
        linesOf(files.get('events.ndjson') ?? '')
          .toReversed()
          .join('\n'),
      );
    expect(await found(swapped, inCaseOrder)).toEqual(['bad', 'event.out-of-order', 1]);
    const back = [smallEvent(0), smallEvent(1, { metadata: { recordedAt: '2026-03-05T00:59:59.000Z' } })];
    expect(await found(back)).toEqual(['bad', 'event.out-of-order', 1]);
    const same = [smallEvent(0), smallEvent(1, { metadata: smallEvent(0).metadata })];
    expect((await found(same))[0]).toBe('good');
  });
});
