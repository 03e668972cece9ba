import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWith } from '../setup/describe-with.ts';
import { asyncApi } from './asyncapi-text.ts';
import { type Clause, type Contract, contractChanges, contractOf, tellChange } from './contract.ts';
import { firstCommitted, missingHistory } from './history.ts';
import { publish, publishedContract, registerFaults, unpublished } from './register.ts';

const now = contractOf(asyncApi);
const clause = (type: string): Clause => ({ kind: 'message', topic: 't', schema: { type } });
const one = new Map([['one', clause('string')]]);
const both = new Map([...one, ['two', clause('integer')]]);

describe('what Duban published', () => {
  it('stands in a register that nobody has edited', () => {
    expect(registerFaults()).toEqual([]);
  });

  it('still stands; docs/messages.md says how to change it', () => {
    expect(contractChanges(publishedContract(), now).map(tellChange)).toEqual([]);
  });

  it('has everything that is sent; `npm run docs:asyncapi` adds what is new', () => {
    expect(unpublished(publishedContract(), now)).toEqual([]);
  });
});

describeWith(missingHistory(), 'the register in history', () => {
  it('says what each clause said when it was first committed, and has lost none', () => {
    expect(contractChanges(firstCommitted(), publishedContract()).map(tellChange)).toEqual([]);
  });

  it('cannot be written anew unseen, sums and all', () => {
    const root = mkdtempSync(join(tmpdir(), 'duban-history-'));
    const folder = pathToFileURL(`${root}/test/contracts/published/`);
    const commit = (contract: Contract): void => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      publish(contract, folder);
      const as = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', ['add', '-A'], { cwd: root });
      execFileSync('git', [...as, 'commit', '-qm', 'a'], { cwd: root });
    };
    execFileSync('git', ['init', '-q'], { cwd: root });
    commit(both);
    commit(new Map([['one', clause('boolean')]]));
    expect(registerFaults(folder)).toEqual([]);
    expect(contractChanges(firstCommitted(root), publishedContract(folder)).map(tellChange).sort()).toEqual([
      'one at /type: type-changed ("string" → "boolean")',
      'two: message-vanished (two)',
    ]);
    commit(both);
    expect(contractChanges(firstCommitted(root), publishedContract(folder))).toEqual([]);
    rmSync(root, { recursive: true });
  });
});

describe('the register', () => {
  const SUMS = 'SHA256SUMS';
  let path: string;
  let folder: URL;

  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'duban-register-'));
    folder = pathToFileURL(`${path}/`);
  });
  afterEach(() => {
    rmSync(path, { recursive: true });
  });

  it('takes in what is new, and never writes again what is there', () => {
    expect(publish(one, folder)).toEqual(['one']);
    const written = readFileSync(new URL('one.json', folder), 'utf8');
    expect(publish(new Map([...both, ['one', clause('boolean')]]), folder)).toEqual(['two']);
    expect(readFileSync(new URL('one.json', folder), 'utf8')).toBe(written);
    expect(publishedContract(folder)).toEqual(both);
    expect(registerFaults(folder)).toEqual([]);
  });

  it.each<readonly [what: string, plant: () => void, fault: string]>([
    [
      'a file that was edited',
      () => {
        appendFileSync(new URL('one.json', folder), ' ');
      },
      'register.file-changed one.json',
    ],
    [
      'a file that was removed',
      () => {
        rmSync(new URL('one.json', folder));
      },
      'register.file-missing one.json',
    ],
    [
      'a file that was removed and published anew',
      () => {
        rmSync(new URL('one.json', folder));
        publish(new Map([['one', clause('boolean')]]), folder);
      },
      'register.file-changed one.json',
    ],
    [
      'a file that nobody entered',
      () => {
        writeFileSync(new URL('three.json', folder), '{}');
      },
      'register.file-unlisted three.json',
    ],
    [
      'sums that were removed',
      () => {
        rmSync(new URL(SUMS, folder));
      },
      'register.file-unlisted one.json',
    ],
  ])('notices %s', (_what, plant, fault) => {
    publish(both, folder);
    plant();
    expect(registerFaults(folder).map(({ code, file }) => `${code} ${file}`)).toContain(fault);
  });
});
