import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatProofText, parseProofText } from '@duban/audit-tree';
import { createProofService, jcs } from '@duban/audit-log';
import {
  exitCodeOf,
  nodePrimitives,
  packageInFolder,
  verifyPackage,
  verifyText,
  type Trust,
  type Verdict,
} from '@duban/audit-verify';
import { storedEvent, storedEvents } from './fake-log.ts';
import { growSealed, sealedLog } from './sealed-log.ts';
import { asLines, sealedPackage, type SealedPackage } from './sealed-package.ts';

const SIZE = 40;
const OWN = 13; // events 1, 4, … 37 of 40 are those of case-1
const BAD = 5;
const EVENTS = 'events.ndjson';
const proofOf = (revision: number): string => `proofs/${String(revision).padStart(8, '0')}.tlog-proof`;

let sound: SealedPackage;
beforeAll(async () => {
  sound = await sealedPackage(SIZE);
});

const check = (files: ReadonlyMap<string, string>, trust: Trust = { keys: [sound.key] }): Promise<Verdict> =>
  verifyText([asLines(files)], trust, nodePrimitives);

const finding = (verdict: Verdict): unknown[] => {
  const { code, record, file } = verdict.firstBad ?? {};
  return [exitCodeOf(verdict), code, file ?? record];
};

/** What somebody does who knows the format: the sums are written anew. */
const summed = (files: Map<string, string>): Map<string, string> => {
  files.delete('SHA256SUMS');
  const sums = [...files].map(
    ([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`,
  );
  return files.set('SHA256SUMS', sums.join(''));
};

type Tampering = (files: Map<string, string>) => void;
const edit =
  (path: string, change: (text: string) => string): Tampering =>
  (files) => {
    files.set(path, change(files.get(path) ?? ''));
  };
const editLines = (change: (lines: string[]) => void): Tampering =>
  edit(EVENTS, (text) => {
    const lines = text.trimEnd().split('\n');
    change(lines);
    return `${lines.join('\n')}\n`;
  });
const swapLines = (lines: string[]): void => {
  lines.splice(BAD, 2, lines[BAD + 1] ?? '', lines[BAD] ?? '');
};

describe('a package of a case', () => {
  it('is good, and says what it is about', async () => {
    const verdict = await check(sound.files);
    expect(verdict).toEqual({
      result: 'good',
      checked: { records: OWN, checkpoints: 1, signatures: 1, cosignatures: 0, knownHeads: 0 },
      about: {
        ...{ kind: 'case', origin: sound.log.origin, size: SIZE, stream: 'case-1', events: OWN },
        endsTheLog: false,
      },
    });
  });

  it('shows that nothing followed only where its last event ends the log', async () => {
    const { files, key } = await sealedPackage(SIZE - 2);
    expect((await check(files, { keys: [key] })).about).toMatchObject({ endsTheLog: true });
  });

  it('does not show that events were left out at its end, and does not claim to', async () => {
    const files = new Map(sound.files);
    editLines((lines) => lines.splice(-2))(files);
    files.delete(proofOf(OWN - 1));
    files.delete(proofOf(OWN - 2));
    const { result, about } = await check(summed(files));
    expect([result, about]).toMatchObject(['good', { events: OWN - 2, endsTheLog: false }]);
  });

  it.each<[string, Tampering, unknown[]]>([
    [
      'a changed event',
      editLines((all) => (all[BAD] = (all[BAD] ?? '').replace('rectify', 'forgive'))),
      ['event.changed', BAD],
    ],
    ['a missing event', editLines((all) => all.splice(BAD, 1)), ['event.missing', BAD]],
    ['a missing first event', editLines((all) => all.splice(0, 1)), ['event.missing', 0]],
    [
      'a missing last event, its proof left behind',
      editLines((all) => all.pop()),
      ['event.missing', OWN - 1],
    ],
    ['a doubled event', editLines((all) => all.splice(BAD, 0, all[BAD] ?? '')), ['event.doubled', BAD + 1]],
    ['events that changed places', editLines(swapLines), ['event.reordered', BAD]],
    [
      'an event of another case',
      editLines((all) => (all[BAD] = jcs(storedEvent(0)))),
      ['event.foreign', BAD],
    ],
    ['no event at all', editLines((all) => (all[BAD] = '…')), ['event.malformed', BAD]],
    [
      'an inserted event',
      editLines((all) => (all[BAD] = jcs({ ...storedEvent(1 + 3 * BAD, 'forge') }))),
      ['proof.other-event', BAD],
    ],
    [
      'a wrong index',
      edit(proofOf(BAD), (text) => text.replace(/index \d+/, 'index 17')),
      ['proof.not-leading', BAD],
    ],
    [
      'an index beyond the log',
      edit(proofOf(BAD), (text) => text.replace(/index \d+/, 'index 40')),
      ['proof.not-leading', BAD],
    ],
    ['a proof that was cut', edit(proofOf(BAD), (text) => text.slice(0, 300)), ['proof.malformed', BAD]],
    [
      'a proof with a hash too few',
      edit(proofOf(BAD), (text) => text.replace(/(index \d+\n)[^\n]+\n/, '$1')),
      ['proof.not-leading', BAD],
    ],
    [
      'a proof of another event',
      (files) => files.set(proofOf(BAD), sound.files.get(proofOf(BAD + 1)) ?? ''),
      ['proof.other-event', BAD],
    ],
    ['a proof too few', (files) => files.delete(proofOf(BAD)), ['event.unproven', BAD]],
    [
      'another root',
      edit('checkpoint.txt', (text) => text.replace(/\n[A-Za-z0-9+/]{3}/, '\nAAA')),
      ['head.bad-signature', 0],
    ],
    [
      'another root in one proof',
      edit(proofOf(BAD), (text) => text.replace(/\n40\n[A-Za-z0-9+/]{3}/, '\n40\nAAA')),
      ['proof.other-checkpoint', BAD],
    ],
    ['a checkpoint that is none', edit('checkpoint.txt', () => 'x\n'), ['head.malformed', 0]],
    [
      'another list of files',
      edit('attachments.ndjson', () => `{"digest":"sha256:${'0'.repeat(64)}","revision":0,"place":"/x"}\n`),
      ['package.attachments-differ', 'attachments.ndjson'],
    ],
  ])('names %s, though the sums fit', async (_what, tamper, expected) => {
    const files = new Map(sound.files);
    tamper(files);
    expect(finding(await check(summed(files)))).toEqual([1, ...expected]);
  });

  it.each<[string, Tampering, unknown[]]>([
    ['a changed sheet', edit('CHECK.zh.txt', (text) => `${text}x`), ['package.file-changed', 'CHECK.zh.txt']],
    ['a missing program', (files) => files.delete('check.mjs'), ['package.file-missing', 'check.mjs']],
    ['a file too many', (files) => files.set('extra.txt', 'x\n'), ['package.file-added', 'extra.txt']],
    ['no sums', (files) => files.delete('SHA256SUMS'), ['package.file-missing', 'SHA256SUMS']],
  ])('names %s by the sums', async (_what, tamper, expected) => {
    const files = new Map(sound.files);
    tamper(files);
    expect(finding(await check(files))).toEqual([1, ...expected]);
  });

  it.each<[string, Tampering, unknown[]]>([
    [
      'a forged member in front of its own',
      editLines((all) => (all[BAD] = (all[BAD] ?? '').replace('"data":{', '"data":{"item":"forgiven",'))),
      ['line.member-doubled', EVENTS],
    ],
    [
      'a type that is said twice',
      editLines((all) => (all[BAD] = (all[BAD] ?? '').replace('{', '{"type":"ItemClosed",'))),
      ['line.member-doubled', EVENTS],
    ],
    [
      'a number that is only rounded to the sealed one',
      editLines(
        (all) =>
          (all[BAD] = (all[BAD] ?? '').replace(/"revision":(\d+)/, '"revision":$1.00000000000000000001')),
      ),
      ['line.number-altered', EVENTS],
    ],
  ])('names the line of an event with %s', async (_what, tamper, expected) => {
    const files = new Map(sound.files);
    tamper(files);
    const verdict = await check(summed(files));
    expect(finding(verdict)).toEqual([1, ...expected]);
    expect(verdict.firstBad).toMatchObject({ record: BAD, line: BAD + 1 });
  });

  it.each<[string, (text: string) => string, unknown[]]>([
    [
      'two files in one line',
      (text) => text.replace('{"file"', '{"file":"x","file"'),
      ['line.member-doubled', 2],
    ],
    [
      'a forged line in front of its own',
      (text) => text.replace('"line"', '"line":"x","line"'),
      ['line.member-doubled', 2],
    ],
    [
      'a member of its own invention',
      (text) => text.replace('{"file"', '{"by":"x","file"'),
      ['line.member-foreign', 2],
    ],
    ['a header that says more', (text) => text.replace('{', '{"audited":true,'), ['line.member-foreign', 1]],
  ])('as one file is not good with %s: the line is named', async (_what, tamper, [code, line]) => {
    const verdict = await verifyText([tamper(asLines(sound.files))], { keys: [sound.key] }, nodePrimitives);
    expect([exitCodeOf(verdict), verdict.firstBad]).toMatchObject([1, { code, line }]);
  });

  it.each<[string, (text: string) => string, string[]]>([
    ['a byte order mark', (text) => `\uFEFF${text}`, ['file.bom']],
    ['line ends of another system', (text) => text.replaceAll('\n', '\r\n'), ['file.crlf']],
    ['a blank last line', (text) => `${text}\n`, ['file.blank-lines']],
    ['no newline at its end', (text) => text.slice(0, -1), ['file.no-final-newline']],
  ])(
    'with %s is good, as one file and as a folder, and told what was done to it',
    async (_what, edited, notes) => {
      const asFile = await verifyText([edited(asLines(sound.files))], { keys: [sound.key] }, nodePrimitives);
      expect([asFile.result, asFile.notes?.map(({ code }) => code)]).toEqual(['good', notes]);
      for (const path of [EVENTS, 'CHECK.zh.txt', proofOf(BAD), 'SHA256SUMS']) {
        const files = new Map(sound.files).set(path, edited(sound.files.get(path) ?? ''));
        const verdict = await verifyPackage(
          { files, attached: new Map() },
          { keys: [sound.key] },
          nodePrimitives,
        );
        expect([path, verdict.result]).toEqual([path, 'good']);
        expect([path, verdict.notes?.map(({ code }) => code)]).toEqual([path, notes]);
      }
    },
  );

  it.each<[string, () => Promise<Verdict>, unknown[]]>([
    ['no key is given', () => check(sound.files, {}), [2, 'key.not-given', 0]],
    ['a key is none', () => check(sound.files, { keys: ['x'] }), [2, 'key.unusable', 0]],
    [
      'a witness is missing',
      () => check(sound.files, { keys: [sound.key], quorum: 1 }),
      [2, 'head.not-cosigned', 0],
    ],
    [
      'events are not sealed yet',
      async () => {
        const early = await sealedPackage(SIZE, { sealed: 30 });
        return check(early.files, { keys: [early.key] });
      },
      [2, 'event.unsealed', 10],
    ],
    [
      'it is no package',
      () => verifyText(['{"format":"duban-case","version":1}\n[]\n'], {}, nodePrimitives),
      [2, 'package.unreadable', 0],
    ],
    [
      'it is of another version',
      () => verifyText(['{"format":"duban-case","version":2}\n'], {}, nodePrimitives),
      [2, 'bundle.unknown-version', 0],
    ],
    ['it is anything else', () => verifyText(['PK'], {}, nodePrimitives), [2, 'bundle.unreadable', 0]],
  ])('nobody can tell where %s', async (_what, verdict, expected) => {
    expect(finding(await verdict())).toEqual(expected);
  });

  it('is bad where another key signed, or a head of the same size is known', async () => {
    const other = await sealedPackage(SIZE);
    expect(finding(await check(sound.files, { keys: [other.key] }))).toEqual([1, 'head.unknown-key', 0]);
    const fork = sealedLog({ key: sound.log.key });
    await growSealed(fork, storedEvents(0, SIZE, 'forge'));
    const known = [fork.store.latestCheckpoint()?.note ?? ''];
    expect(finding(await check(sound.files, { keys: [sound.key], known }))).toEqual([1, 'head.forked', 0]);
  });

  it('names a file and an event in both languages', async () => {
    const files = new Map(sound.files);
    editLines((all) => all.splice(BAD, 1))(files);
    expect((await check(files)).firstBad?.reason).toEqual({
      zh: '案件事件 5 缺失',
      en: 'event 5 of the case is missing',
    });
    files.set(EVENTS, sound.files.get(EVENTS) ?? '');
    files.delete('check.mjs');
    expect((await check(files)).firstBad?.reason.zh).toBe('包内缺少文件 check.mjs');
  });
});

describe('a package with its files, as a folder', () => {
  let folder = '';
  let key = '';
  const at = (name: string): string => join(folder, name);
  const [plain, personal] = ['attachments/f-1/a.pdf', 'attachments/f-2/b.pdf'];
  const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

  /** Event 4 files a file whose digest stands in clear, event 7 one whose digest is encrypted like a name. */
  const told: typeof storedEvents = (from, to) =>
    storedEvents(from, to).map((event, step) => {
      const filed = (attachmentId: string, sha256: string) => ({
        ...event,
        type: 'AttachmentFiled',
        data: { attachmentId, sha256 },
      });
      if (from + step === 4) return filed('f-1', `sha256:${sumOf('one')}`);
      return from + step === 7 ? filed('f-2', 'encrypted') : event;
    });

  beforeEach(async () => {
    const packed = await sealedPackage(SIZE, { told });
    key = packed.key;
    folder = await mkdtemp(join(tmpdir(), 'duban-package-'));
    const files = [...packed.files, [plain, 'one'], [personal, 'two']] as const;
    const sums = [plain, personal].map((path) => path.replace('attachments/', ''));
    const texts = [`${sumOf('one')}  ${sums[0] ?? ''}\n`, `${sumOf('two')}  ${sums[1] ?? ''}\n`];
    for (const [path, text] of [...files, ['attachments/SHA256SUMS', texts.join('')] as const]) {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), text);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const verdict = async (): Promise<Verdict> =>
    verifyPackage(await packageInFolder(folder), { keys: [key] }, nodePrimitives);
  /** With the sums written anew, as whoever knows the format would. */
  const resummed = async (path: string, text: string): Promise<void> => {
    const sums = await readFile(at('attachments/SHA256SUMS'), 'utf8');
    const before = await readFile(at(path), 'utf8').catch(() => '');
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
    const line = `${sumOf(text)}  ${path.replace('attachments/', '')}\n`;
    const rest = sums.replace(`${sumOf(before)}  ${path.replace('attachments/', '')}\n`, '');
    await writeFile(at('attachments/SHA256SUMS'), `${rest}${line}`);
  };

  it('is good', async () => {
    expect(await verdict()).toMatchObject({ result: 'good' });
  });

  it.each<[string, () => Promise<void>, unknown[]]>([
    ['a changed file', () => writeFile(at(plain), 'other'), ['package.file-changed', plain]],
    ['a changed file, its sum written anew', () => resummed(plain, 'other'), ['package.file-changed', plain]],
    [
      'a file that nobody filed',
      () => resummed('attachments/f-9/c.pdf', 'x'),
      ['package.file-added', 'attachments/f-9/c.pdf'],
    ],
    [
      'a file without a sum',
      () => writeFile(at('attachments/f-1/z.pdf'), 'z'),
      ['package.file-added', 'attachments/f-1/z.pdf'],
    ],
    ['a missing file', () => rm(at(plain)), ['package.file-missing', plain]],
    [
      'a changed file with an encrypted digest',
      () => writeFile(at(personal), 'x'),
      ['package.file-changed', personal],
    ],
  ])('names %s', async (_what, tamper, expected) => {
    await tamper();
    expect(finding(await verdict())).toEqual([1, ...expected]);
  });

  it('does not show whether a file is the one that was filed where its digest is encrypted', async () => {
    await resummed(personal, 'other');
    expect((await verdict()).result).toBe('good');
  });
});

describe('one proof', () => {
  const text = (): string => sound.files.get(proofOf(BAD)) ?? '';
  const event = (): string => sound.files.get(EVENTS)?.split('\n')[BAD] ?? '';
  const checkProof = (proof: string, more: Trust & { readonly event?: string } = {}): Promise<Verdict> =>
    verifyText([proof], { keys: [sound.key], ...more }, nodePrimitives);

  it('is good with its event and without, and says which event it is about', async () => {
    const bare = await checkProof(text());
    expect(bare).toMatchObject({
      result: 'good',
      about: { kind: 'proof', stream: 'case-1', revision: BAD, index: 16, size: SIZE, withEvent: false },
    });
    const whole = await checkProof(text(), { event: `${event()}\n` });
    expect([whole.result, whole.about]).toMatchObject(['good', { withEvent: true }]);
    const spelled = JSON.stringify(JSON.parse(event()), null, 2);
    expect((await checkProof(text(), { event: spelled })).result).toBe('good');
  });

  it.each<[string, () => Promise<Verdict>, unknown[]]>([
    [
      'a changed event',
      () => checkProof(text(), { event: event().replace('rectify', 'forgive') }),
      [1, 'event.changed', BAD],
    ],
    [
      'another event',
      () => checkProof(text(), { event: jcs(storedEvent(0)) }),
      [1, 'proof.other-event', BAD],
    ],
    [
      'a wrong index',
      () => checkProof(text().replace('index 16', 'index 15')),
      [1, 'proof.not-leading', BAD],
    ],
    ['a cut proof', () => checkProof(text().slice(0, 200)), [1, 'proof.malformed', 0]],
    ['a record that was changed', () => checkProof(changedLeaf(text())), [1, 'proof.not-leading', BAD]],
    [
      'another root',
      () => checkProof(text().replace(/\n40\n[A-Za-z0-9+/]{3}/, '\n40\nAAA')),
      [1, 'head.bad-signature', BAD],
    ],
    [
      'an event with a forged member in front of its own',
      () => checkProof(text(), { event: event().replace('"data":{', '"data":{"item":"forgiven",') }),
      [1, 'line.member-doubled', BAD],
    ],
    ['no key', () => checkProof(text(), { keys: [] }), [2, 'key.not-given', BAD]],
  ])('names %s', async (_what, verdict, expected) => {
    expect(finding(await verdict())).toEqual(expected);
  });

  it.each<[string, (proof: string) => string, string[]]>([
    ['a byte order mark', (proof) => `\uFEFF${proof}`, ['file.bom']],
    ['line ends of another system', (proof) => proof.replaceAll('\n', '\r\n'), ['file.crlf']],
    ['a blank last line', (proof) => `${proof}\n`, ['file.blank-lines']],
    ['no newline at its end', (proof) => proof.slice(0, -1), ['file.no-final-newline']],
  ])('with %s is good, and told what was done to it', async (_what, edited, notes) => {
    const verdict = await checkProof(edited(text()), { event: event() });
    expect([verdict.result, verdict.notes?.map(({ code }) => code)]).toEqual(['good', notes]);
  });

  const changedLeaf = (proof: string): string => {
    const read = parseProofText(proof);
    const leaf = Buffer.from(read.extra ?? [])
      .toString()
      .replace('ItemAssigned', 'ItemClosed');
    return formatProofText({ ...read, extra: Buffer.from(leaf) });
  };
});

it('a proof holds for its own index and for no other, in a tree of any size', async () => {
  const log = sealedLog();
  await growSealed(log, storedEvents(0, 70));
  const heads = log.store.checkpoints(0, 9);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 6 }),
      fc.nat({ max: 69 }),
      fc.nat({ max: 80 }),
      async (which, at, claimed) => {
        const head = heads[which];
        if (head === undefined || at >= head.size) return;
        const service = createProofService({ ...log.store, latestCheckpoint: () => head }, log.hash);
        const proof = service.proofText({ id: storedEvent(at).id }) ?? '';
        const told = proof.replace(/index \d+/, `index ${claimed}`);
        const { result } = await verifyText([told], { keys: [log.verifierKey] }, nodePrimitives);
        expect(result).toBe(claimed === at ? 'good' : 'bad');
      },
    ),
    { numRuns: 300 },
  );
});
