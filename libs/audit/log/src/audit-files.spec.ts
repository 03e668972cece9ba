import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { auditFiles, auditOrigin, type AuditPlace } from './audit-files.ts';
import { createLogKeys } from './create-log-keys.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { loadKeyFile } from './key-file.ts';
import { loadLogSigners } from './log-signers.ts';
import { auditOptionsOf } from './open-audit-log.ts';
import { fileSealGuard } from './seal-guard.ts';
import { loadSm2KeyFile } from './sm2-key-file.ts';
import { readVerifierKeys, rememberVerifierKeys } from './verifier-key-list.ts';
import { fileWitnessHeads } from './witness-head-store.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'duban-files-'));
const place = (over: Partial<AuditPlace> = {}): AuditPlace => ({
  ...{ dataDir: folder(), tenant: 'cq', hash: 'sha256', subject: 'events' },
  ...over,
});
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('where the proofs of a log lie', () => {
  it('is written down here, because a restore puts them back by these names', () => {
    expect(auditFiles(place({ dataDir: '/d' }))).toEqual({
      reads: '/d/audit/reads.sqlite',
      tiles: '/d/audit/tiles.sqlite',
      verifierKeys: '/d/audit/verifier-keys.txt',
      lock: '/d/audit/sealing.lock',
      key: '/d/keys/log-ed25519.pem',
      sm2Key: '/d/keys/log-sm2.hex',
      guard: '/d/keys/log-ed25519.head',
    });
    expect(auditFiles(place({ dataDir: '/d', subject: 'reads' }))).toEqual({
      reads: '/d/audit/reads.sqlite',
      tiles: '/d/audit/reads-tiles.sqlite',
      verifierKeys: '/d/audit/reads-verifier-keys.txt',
      lock: '/d/audit/reads-sealing.lock',
      key: '/d/keys/log-ed25519.pem',
      sm2Key: '/d/keys/log-sm2.hex',
      guard: '/d/keys/reads-ed25519.head',
    });
  });

  it('has a name with tenant, subject and hash', () => {
    expect(auditOrigin(place())).toBe('duban/cq/sha256');
    expect(auditOrigin(place({ subject: 'reads', hash: 'sm3', tenant: 'a b' }))).toBe(
      'duban/a%20b/reads/sm3',
    );
  });

  it('gives each process of a cluster a name and a key for its own log of reads, and none for that of the events', () => {
    const reads = place({ dataDir: '/d', subject: 'reads', instance: 'api-1' });
    expect(auditOrigin(reads)).toBe('duban/cq/reads/api-1/sha256');
    expect([auditFiles(reads).key, auditFiles(reads).sm2Key]).toEqual([
      '/d/keys/reads-ed25519.pem',
      '/d/keys/reads-sm2.hex',
    ]);
    const events = place({ dataDir: '/d', instance: 'api-1' });
    expect([auditOrigin(events), auditFiles(events).key]).toEqual([
      'duban/cq/sha256',
      '/d/keys/log-ed25519.pem',
    ]);
    const cluster = {
      dataDir: '/d',
      tenant: 'cq',
      logHash: 'sha256',
      profile: 'cluster',
      instance: 'a',
    } as const;
    const parts = (['events', 'reads'] as const).map((subject) => auditOptionsOf(cluster, subject).part);
    expect(parts).toEqual(['follower', 'alone']);
  });

  it('makes a key by itself in the demo only', () => {
    const settings = { dataDir: '/d', tenant: 'cq', logHash: 'sm3', profile: 'demo' } as const;
    const where = { dataDir: '/d', tenant: 'cq', hash: 'sm3', subject: 'reads', instance: null };
    const options = { ...where, part: 'alone', createKey: true };
    expect(auditOptionsOf(settings, 'reads')).toEqual(options);
    expect(auditOptionsOf({ ...settings, profile: 'single' }, 'reads')).toEqual({
      ...options,
      createKey: false,
    });
  });
});

describe('a file that is written durably', () => {
  it('is there as a whole, for its owner alone unless somebody else may read it', () => {
    const path = join(folder(), 'x');
    writeDurably(path, 'one\n');
    writeDurably(path, 'two\n');
    expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(dirname(path))]).toEqual([
      'two\n',
      '600',
      ['x'],
    ]);
    writeDurably(`${path}2`, '', 0o644);
    expect(modeOf(`${path}2`)).toBe('644');
  });

  it('leaves nothing behind where it cannot be written', () => {
    const path = join(folder(), 'x');
    mkdirSync(path);
    expect(() => {
      writeDurably(path, 'two\n');
    }).toThrow('EISDIR');
    expect(readdirSync(dirname(path))).toEqual(['x']);
  });

  it('is whole, and nobody fails, where two write it at once', async () => {
    const path = join(folder(), 'x');
    const code = `import { workerData } from 'node:worker_threads';
      const { writeDurably } = await import(workerData.module);
      for (let n = 0; n < 200; n += 1) writeDurably(workerData.path, workerData.text);`;
    const module = new URL('durable-file.ts', import.meta.url).href;
    const writing = (text: string) => {
      const source = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
      const worker = new Worker(source, { workerData: { module, path, text }, execArgv: [] });
      return once(worker, 'exit');
    };
    await Promise.all([writing('one\n'), writing('three\n')]);
    expect(readIfThere(path)).toMatch(/^(?:one|three)\n$/);
    expect(readdirSync(dirname(path))).toEqual(['x']);
  });

  it('is told apart from one that is not there, and from one that cannot be read', () => {
    const path = join(folder(), 'x');
    expect(readIfThere(path)).toBeNull();
    expect(() => readIfThere(dirname(path))).toThrow('EISDIR');
  });
});

describe('the list of verifier keys', () => {
  it('is empty at first, keeps what was there, in order, each once, for everyone to read', () => {
    const path = join(folder(), 'keys.txt');
    expect(readVerifierKeys(path)).toEqual([]);
    rememberVerifierKeys(path, []);
    expect(readIfThere(path)).toBeNull();
    rememberVerifierKeys(path, ['b', 'a']);
    rememberVerifierKeys(path, ['a', 'c']);
    expect([readIfThere(path), modeOf(path)]).toEqual(['b\na\nc\n', '644']);
    expect(readVerifierKeys(path)).toEqual(['b', 'a', 'c']);
  });

  it('is not written again where nothing is new', () => {
    const path = join(folder(), 'keys.txt');
    rememberVerifierKeys(path, ['a']);
    const before = statSync(path).ino;
    rememberVerifierKeys(path, ['a']);
    expect(statSync(path).ino).toBe(before);
  });
});

describe('the keys of a log', () => {
  it('are made where there are none, with the folders they lie in', () => {
    const at = place();
    const { files, verifierKeys } = createLogKeys(at, { sm2: false });
    const { key, sm2Key, verifierKeys: list } = auditFiles(at);
    expect([files, modeOf(dirname(key)), readIfThere(sm2Key)]).toEqual([[key], '700', null]);
    expect(verifierKeys).toHaveLength(1);
    expect(verifierKeys[0]).toMatch(/^duban\/cq\/sha256\+[0-9a-f]{8}\+/);
    expect(readVerifierKeys(list)).toEqual(verifierKeys);
    expect(() => createLogKeys(at, { sm2: false })).toThrow(`audit.key-exists: ${key}`);
  });

  it('may get an SM2 key later, and keep their first one', () => {
    const at = place();
    const first = createLogKeys(at, { sm2: false });
    const { files, verifierKeys } = createLogKeys(at, { sm2: true });
    const { sm2Key } = auditFiles(at);
    expect(files).toEqual([sm2Key]);
    expect(verifierKeys).toEqual([first.verifierKeys[0], expect.stringMatching(/^duban\/cq\/sha256\+/)]);
    expect(readIfThere(sm2Key)).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('sign in one order: the log’s own first, SM2 behind it', async () => {
    const at = place();
    const { verifierKeys } = createLogKeys(at, { sm2: true });
    const loaded = loadLogSigners(auditFiles(at), auditOrigin(at), false);
    expect(loaded.verifierKeys).toEqual(verifierKeys);
    expect(loaded.signers.map(({ name, keyId }) => `${name}+${keyId}+`)).toEqual(
      verifierKeys.map((key) => /^[^+]+\+[0-9a-f]{8}\+/.exec(key)?.[0]),
    );
    const lengths = await Promise.all(loaded.signers.map(async ({ sign }) => (await sign('text\n')).length));
    expect(lengths[0]).toBe(64);
    expect(lengths[1]).toBeGreaterThan(64);
  });

  it('of SM2 are 64 hex digits that nobody else may read', () => {
    const path = join(folder(), 'sm2.hex');
    expect(loadSm2KeyFile(path)).toBeNull();
    const digits = 'ab'.repeat(32);
    writeFileSync(path, ` ${digits}\n`, { mode: 0o600 });
    expect(loadSm2KeyFile(path)).toBe(digits);
    for (const bad of [digits.slice(1), `${digits}0`, `x${digits}`, '', digits.toUpperCase()]) {
      writeFileSync(path, bad);
      expect(() => loadSm2KeyFile(path)).toThrow(`audit.key-unusable: ${path} does not hold 64 hex digits`);
    }
    writeFileSync(path, digits);
    chmodSync(path, 0o604);
    expect(() => loadSm2KeyFile(path)).toThrow('audit.key-exposed');
  });

  it('say what is wrong with them, and where', () => {
    const path = join(folder(), 'log.pem');
    const load = () => loadKeyFile(path, { createIfMissing: false });
    expect(load).toThrow(
      new RegExp(`^audit.key-missing: put an Ed25519 key .* at ${path}, or run duban keys create`),
    );
    writeFileSync(path, 'hello', { mode: 0o600 });
    expect(load).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`${path} is not a PEM`),
        cause: expect.anything(),
      }),
    );
    for (const mode of [0o640, 0o620, 0o610, 0o604, 0o602, 0o601]) {
      chmodSync(path, mode);
      expect(load).toThrow(new RegExp(`^audit.key-exposed: others may read ${path}`));
    }
  });
});

describe('the largest head that was signed', () => {
  const root = new Uint8Array(32).fill(5);

  it('is one line, which only a larger one replaces', () => {
    const path = join(folder(), 'head');
    const guard = fileSealGuard(path);
    guard.advance({ size: 9, root });
    expect(readIfThere(path)).toBe(`9 ${Buffer.from(root).toString('base64')}\n`);
    guard.advance({ size: 9, root: new Uint8Array(32) });
    expect(guard.read()?.root).toEqual(Buffer.from(root));
    guard.advance({ size: 10, root });
    expect(guard.read()?.size).toBe(10);
    const none = join(folder(), 'head');
    fileSealGuard(none).advance({ size: 0, root });
    expect(readIfThere(none)).toBeNull();
  });

  it.each(['', 'x9 BQ==\n', '9 BQ==', '9 BQ==\nx', '9 !\n', ' BQ==\n', '9  BQ==\n', '-9 BQ==\n'])(
    'is damaged as %j',
    (content) => {
      const path = join(folder(), 'head');
      writeFileSync(path, content);
      expect(() => fileSealGuard(path).read()).toThrow(
        `audit.guard-damaged: ${path} is not a size and a root`,
      );
    },
  );

  it('is kept by a witness for each log by itself', () => {
    const at = folder();
    const heads = fileWitnessHeads(at);
    heads.save('log/a', { size: 9, root });
    heads.save('log/b', { size: 3, root });
    expect([heads.read('log/a')?.size, heads.read('log/b')?.size, heads.read('log/c')]).toEqual([9, 3, null]);
    expect(readdirSync(at).every((name) => /^[0-9a-f]{64}\.head$/.test(name))).toBe(true);
  });
});
