import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { formatVerifierKey } from '@duban/audit-tree';
import { ed25519NoteKey, ed25519Signer } from './ed25519-note-key.ts';
import { loadKeyFile } from './key-file.ts';
import { verifierOf } from './note-verifier-of.ts';
import { fileSealGuard } from './seal-guard.ts';

const place = (): string => `${mkdtempSync(join(tmpdir(), 'duban-key-'))}/log.pem`;
const pem = (type: 'ed25519' | 'x25519'): string =>
  type === 'ed25519'
    ? generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
    : generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' });

describe('the key file', () => {
  it('is made once, for its owner alone, and signs what its public half verifies', async () => {
    const path = place();
    const key = loadKeyFile(path, { createIfMissing: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = loadKeyFile(path, { createIfMissing: false });
    const signature = await ed25519Signer('duban.example/log', key).sign('text\n');
    const verifier = verifierOf(formatVerifierKey(ed25519NoteKey('duban.example/log', again)));
    expect(verifier.verify('text\n', signature)).toBe(true);
    expect(verifier.verify('test\n', signature)).toBe(false);
  });

  it('is not made where nobody asked for it', () => {
    expect(() => loadKeyFile(place(), { createIfMissing: false })).toThrow('audit.key-missing');
  });

  it('is refused when others may read it', () => {
    const path = place();
    loadKeyFile(path, { createIfMissing: true });
    chmodSync(path, 0o640);
    expect(() => loadKeyFile(path, { createIfMissing: true })).toThrow('audit.key-exposed');
  });

  it.each([
    ['is no key', 'hello'],
    ['is for something else', pem('x25519')],
  ])('is refused when it %s', (_why, content) => {
    const path = place();
    writeFileSync(path, content, { mode: 0o600 });
    expect(() => loadKeyFile(path, { createIfMissing: true })).toThrow('audit.key-unusable');
  });
});

describe('the seal guard', () => {
  const root = new Uint8Array(32).fill(5);

  it('remembers the largest head across restarts and never goes back', () => {
    const path = place();
    expect(fileSealGuard(path).read()).toBeNull();
    fileSealGuard(path).advance({ size: 9, root });
    fileSealGuard(path).advance({ size: 8, root: new Uint8Array(32) });
    const head = fileSealGuard(path).read();
    expect([head?.size, [...(head?.root ?? [])]]).toEqual([9, [...root]]);
  });

  it('is not taken for empty when it is damaged', () => {
    const path = place();
    writeFileSync(path, 'x');
    expect(() => fileSealGuard(path).read()).toThrow('audit.guard-damaged');
    expect(() => {
      fileSealGuard(path).advance({ size: 1, root });
    }).toThrow('audit.guard-damaged');
  });
});
