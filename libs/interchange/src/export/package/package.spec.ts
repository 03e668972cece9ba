import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goldenLog, sourceOf, textOf } from '../golden-log.fixture.ts';
import { casePackage } from './case-package.ts';
import type { PackageEntry } from './package-entry.ts';
import { proofsOver } from './proofs.fixture.ts';
import { packageLines, writePackage } from './write-package.ts';

const golden = goldenLog();
const stream = 'case-g1';
const own = golden.filter((event) => event.stream === stream);
const proofs = proofsOver(golden);
const packed = (): AsyncIterable<PackageEntry> => casePackage({ source: sourceOf(golden), stream, proofs });

const filesIn = async (entries: AsyncIterable<PackageEntry>): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  for await (const entry of entries) files.set(entry.path, await textOf(entry.text));
  return files;
};

describe('a case as a package', () => {
  it('holds its events as stored, a proof for each, and the sums of everything', async () => {
    const files = await filesIn(packed());
    const events = files.get('events.ndjson')?.trimEnd().split('\n') ?? [];
    expect(events).toEqual(own.map(proofs.canonical));
    expect([...files.keys()].filter((name) => name.startsWith('proofs/'))).toHaveLength(own.length);
    const sums = files.get('SHA256SUMS')?.trimEnd().split('\n') ?? [];
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(sum).toBe(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      );
    }
  });

  it('lists the digest of every file that an event names', async () => {
    const lines = (await filesIn(packed())).get('attachments.ndjson')?.trimEnd().split('\n') ?? [];
    const [source] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(source).toMatchObject({ place: '/source/digest', revision: 0 });
    expect(lines.length).toBe(
      (JSON.stringify(own.map(({ data }) => data)).match(/"(sha256|sm3):[0-9a-f]{64}"/g) ?? []).length,
    );
  });

  it('says in both languages what it holds and how to check it', async () => {
    const files = await filesIn(packed());
    for (const language of ['zh', 'en']) {
      const sheet = files.get(`CHECK.${language}.txt`) ?? '';
      expect(sheet).toContain('督〔2025〕1号');
      expect(sheet).toContain('sha256sum -c SHA256SUMS');
      expect(sheet).toContain(`grep -cF -f events.ndjson log.duban   # ${own.length}`);
    }
  });

  it('is the same bytes for the same log, as files and as lines', async () => {
    expect(await filesIn(packed())).toEqual(await filesIn(packed()));
    expect(await textOf(packageLines(packed()))).toBe(await textOf(packageLines(packed())));
  });

  it('comes back file by file from its lines', async () => {
    const files = await filesIn(packed());
    const lines = (await textOf(packageLines(packed()))).trimEnd().split('\n').slice(1);
    const back = Map.groupBy(
      lines.map((line) => JSON.parse(line) as { readonly file: string; readonly line: string }),
      ({ file }) => file,
    );
    for (const [name, parts] of back)
      expect(parts.map(({ line }) => `${line}\n`).join('')).toBe(files.get(name));
  });

  it('is refused for a case that is not there', async () => {
    const unknown = casePackage({ source: sourceOf(golden), stream: 'case-nobody', proofs });
    await expect(filesIn(unknown)).rejects.toThrow('case.unknown');
  });
});

it('stops when the log is sealed again while a package is written', async () => {
  const [before, after] = [proofsOver(golden, golden.length - 1), proofs];
  const moving = { ...after, checkpoint: before.checkpoint };
  const entries = casePackage({ source: sourceOf(golden), stream, proofs: moving });
  await expect(filesIn(entries)).rejects.toThrow('audit.checkpoint-moved');
});

describe('the program in the package', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  const write = async (entries: AsyncIterable<PackageEntry>): Promise<number> =>
    writePackage(entries, {
      write: async (name, blocks) => {
        mkdirSync(path.dirname(at(name)), { recursive: true });
        const parts: Uint8Array[] = [];
        for await (const block of blocks) parts.push(block);
        writeFileSync(at(name), Buffer.concat(parts));
      },
    });
  const check = (...keys: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [at('check.mjs'), ...keys], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return { status, words: `${stdout}${stderr}` };
  };
  const changed = (name: string, change: (text: string) => string): (() => void) => {
    const before = readFileSync(at(name), 'utf8');
    writeFileSync(at(name), change(before));
    return () => {
      writeFileSync(at(name), before);
    };
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'duban-package-'));
    await write(packed());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds good what is good, once it has the key', () => {
    expect(check(proofs.verifierKey)).toMatchObject({ status: 0 });
    expect([check().status, check('no key').status]).toEqual([2, 2]);
  });

  it.each<[string, string, (text: string) => string, string]>([
    ['a changed event', 'events.ndjson', (text) => text.replace('督〔2025〕1号', '督〔2025〕9号'), 'event 0'],
    ['an event left out', 'events.ndjson', (text) => text.split('\n').toSpliced(2, 1).join('\n'), 'event 2'],
    ['another root', 'checkpoint.txt', (text) => text.replace(/\n(\d+)\n/, '\n9$1\n'), 'event 0'],
    [
      'a proof of another event',
      'proofs/00000001.tlog-proof',
      () => readFileSync(at('proofs/00000002.tlog-proof'), 'utf8'),
      'event 1',
    ],
  ])('names %s', (_what, name, change, place) => {
    const restore = changed(name, change);
    const { status, words } = check(proofs.verifierKey);
    restore();
    expect(status).toBe(1);
    expect(words).toContain(place);
  });

  it('finds bad what another key signed', () => {
    expect(check(proofsOver(golden).verifierKey)).toMatchObject({ status: 1 });
  });

  it('cannot tell while events are not sealed', async () => {
    const early = proofsOver(
      golden,
      golden.findIndex(({ id }) => id === own.at(-1)?.id),
    );
    for (const name of readdirSync(at('proofs'))) unlinkSync(at(`proofs/${name}`));
    await write(casePackage({ source: sourceOf(golden), stream, proofs: early }));
    expect(check(early.verifierKey)).toMatchObject({ status: 2 });
  });
});
