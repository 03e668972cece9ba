import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { storedEvents } from '../audit/fake-log.ts';
import { CLI, ended, start, type Ran } from './duban.ts';
import { appendSealed, sealedFolder, tamperWith, type SealedFolder } from './sealed-folder.ts';

/** Every kind of quality.md, done to the files of an installation and found by the command line alone. */
jest.setTimeout(120_000);

const OLD = 20;
const SIZE = 40;
const BAD = 17;
/** Positions count from 1, records from 0. */
const at = BAD + 1;

let data: SealedFolder;
let bundle = '';
let earlier = '';
let key = '';
let known = '';

beforeAll(async () => {
  data = await sealedFolder();
  [bundle, earlier, known] = [
    join(data.dir, 'log.jsonl'),
    join(data.dir, 'earlier.jsonl'),
    join(data.dir, 'known'),
  ];
  await appendSealed(data.folder, storedEvents(0, OLD));
  await data.keep('old');
  await appendSealed(data.folder, storedEvents(OLD, SIZE));
  await data.keep('good');
  key = await data.verifierKey();
  await exported();
  await copyFile(bundle, earlier);
  await writeFile(known, lastCheckpointIn(await readFile(bundle, 'utf8')));
});
afterAll(() => data.remove());

const exported = (): Promise<Ran> => data.duban(['export', 'log', '--out', bundle, '--lang', 'en']);

const lastCheckpointIn = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.startsWith('{"checkpoint"'));
  return (JSON.parse(lines.at(-1) ?? '') as { checkpoint: string }).checkpoint;
};

/** Exit code, code of the finding, and the record that is named. */
const verified = async (...more: readonly string[]): Promise<readonly unknown[]> => {
  const { code, out } = await data.duban(['verify', bundle, '--key', key, '--output', 'json', ...more]);
  const { firstBad } = JSON.parse(out) as { firstBad?: { code: string; record: number; upTo?: number } };
  return [code, firstBad?.code, firstBad?.record];
};

const shifted = `UPDATE event SET position = -position WHERE position > ${at};
  UPDATE event SET position = 1 - position WHERE position < 0; UPDATE log SET last_position = last_position + 1;`;
const copyOf = (id: string): string => `INSERT INTO event SELECT ${at + 1}, stream, revision, ${id}, type,
  schema_version, ${id}, command_index, recorded_at, data, metadata FROM event WHERE position = ${at};`;

describe('an exported log', () => {
  it('is good, in a folder without any database and by what docs/audit.md says alone', async () => {
    await data.putBack('good');
    const { code, out } = await exported();
    expect([code, out]).toEqual([0, expect.stringContaining(key)]);
    const empty = await mkdtemp(join(tmpdir(), 'duban-auditor-'));
    await copyFile(bundle, join(empty, 'log.jsonl'));
    await writeFile(join(empty, 'key.txt'), `${key}\n`);
    const args = ['verify', join(empty, 'log.jsonl'), '--key', join(empty, 'key.txt'), '--lang', 'en'];
    const ran = await ended(start(CLI, args, { DUBAN_DATA: join(empty, 'nothing') }));
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('complete and unaltered')]);
    await rm(empty, { recursive: true });
  });

  it('has the same bytes every time', async () => {
    await data.putBack('good');
    await exported();
    expect(await readFile(bundle, 'utf8')).toBe(await readFile(earlier, 'utf8'));
  });
});

describe('a log file that somebody wrote into', () => {
  it.each([
    ['changed', `UPDATE event SET data = '{"item":"milder"}' WHERE position = ${at}`, 'record.changed', BAD],
    ['dropped', `DELETE FROM event WHERE position = ${at}`, 'record.dropped', BAD],
    [
      'reordered',
      `UPDATE event SET position = -1 WHERE position = ${at};
       UPDATE event SET position = ${at} WHERE position = ${at + 1};
       UPDATE event SET position = ${at + 1} WHERE position = -1`,
      'record.reordered',
      BAD,
    ],
    ['doubled', `${shifted} ${copyOf('id')}`, 'record.doubled', BAD + 1],
    ['inserted', `${shifted} ${copyOf("'smuggled'")}`, 'record.inserted', BAD + 1],
    ['truncated', `DELETE FROM event WHERE position >= ${at}`, 'log.truncated', BAD],
    [
      'truncated with its counter',
      `DELETE FROM event WHERE position >= ${at}; UPDATE log SET last_position = ${BAD}`,
      'log.truncated',
      BAD,
    ],
    [
      'back-dated',
      `UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = ${at}`,
      'record.changed',
      BAD,
    ],
  ])(
    '%s: duban verify names the record, and no other command passes the log for good',
    async (_kind, sql, code, record) => {
      await data.putBack('good');
      tamperWith(data.folder, sql);
      expect((await exported()).code).toBe(8);
      expect(await verified()).toEqual([1, code, record]);
      const doctor = await data.duban(['doctor', '--lang', 'en']);
      expect([doctor.code, doctor.out]).toEqual([1, expect.stringMatching(/FAIL +proofs +/)]);
      expect(doctor.err).toBe('');
    },
  );

  it.each([
    ['xes', ['--out', 'log.xes']],
    ['register', ['--out', 'register.csv']],
  ])(
    'is no good ground for duban export %s: the file is written and its reader warned',
    async (what, [, name = '']) => {
      const out = join(data.dir, name);
      await data.putBack('good');
      const sound = await data.duban(['export', what, '--out', out]);
      expect([sound.code, sound.err]).toEqual([0, '']);
      tamperWith(data.folder, `UPDATE event SET data = '{"item":"milder"}' WHERE position = ${at}`);
      const ran = await data.duban(['export', what, '--out', out, '--lang', 'en']);
      expect([ran.code, ran.err]).toEqual([
        8,
        expect.stringMatching(/audit\.log-rewritten[^]*record 17[^]*do not pass it on/),
      ]);
    },
  );

  it('is no good ground for the package of its case; that of another case is good', async () => {
    await data.putBack('good');
    tamperWith(data.folder, `UPDATE event SET data = '{"item":"milder"}' WHERE position = ${at}`);
    const packed = async (caseId: string) =>
      (await data.duban(['export', 'case', caseId, '--out', join(data.dir, 'case.jsonl')])).code;
    expect([await packed('2'), await packed('1')]).toEqual([8, 0]);
  });

  it('that nobody wrote into is well', async () => {
    await data.putBack('good');
    const doctor = await data.duban(['doctor', '--lang', 'en']);
    expect(doctor.out).toMatch(/ok +proofs +40 record\(s\) sealed, 40 under a signed head/);
  });

  it('is told of in plain words, in both languages', async () => {
    await data.putBack('good');
    tamperWith(data.folder, `DELETE FROM event WHERE position = ${at}`);
    await exported();
    const words = async (lang: string) =>
      (await data.duban(['verify', bundle, '--key', key, '--lang', lang])).out;
    expect(await words('zh')).toContain('记录 17 缺失');
    expect(await words('en')).toContain('record 17 is missing');
  });
});

describe('an old backup put back', () => {
  it('is refused by the sealer, exported all the same, and named against a head seen before', async () => {
    await data.putBack('good');
    await data.putBack('old', ['log.sqlite', 'audit']);
    const { code, err } = await exported();
    expect([code, err]).toEqual([8, expect.stringContaining('audit.rolled-back')]);
    expect(await verified('--known', known)).toEqual([1, 'log.rolled-back', OLD]);
  });

  it('with everything around it is found by whoever kept a head or a bundle', async () => {
    await data.putBack('old');
    expect((await exported()).code).toBe(0);
    expect(await verified()).toEqual([0, undefined, undefined]);
    expect(await verified('--known', known)).toEqual([1, 'log.rolled-back', OLD]);
    expect(await verified('--earlier', earlier)).toEqual([1, 'log.rolled-back', OLD]);
  });
});

describe('a fork, made by whoever holds every file and the key', () => {
  it('is found by whoever kept a head; an earlier bundle names the very record', async () => {
    await data.putBack('old');
    await appendSealed(data.folder, storedEvents(OLD, OLD + 4));
    await appendSealed(data.folder, storedEvents(OLD + 4, SIZE, 'forge'));
    await exported();
    expect(await verified()).toEqual([0, undefined, undefined]);
    expect(await verified('--known', known)).toEqual([1, 'log.forked', expect.any(Number)]);
    const [code, finding, record] = await verified('--earlier', earlier);
    expect([code, finding]).toEqual([1, 'log.differs']);
    // Both histories were recorded at their own times, so they part at the first record that was written twice.
    expect(record).toBe(OLD);
  });
});
