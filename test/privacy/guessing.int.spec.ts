import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { dataFolder, type DataFolder } from '../e2e/duban.ts';

jest.setTimeout(120_000);

const REGISTER = '代表建议台账';
const SIGNERS = ['张三', '欧阳某', '𠮷五'];
/** Everybody who might have signed: short, public, and complete. */
const CANDIDATES = ['张', '李', '王', '赵', '𠮷', '欧阳'].flatMap((family) =>
  ['三', '四', '五', '某'].map((given) => family + given),
);

const CSV = `编号,标题,内容,提案人,提出日期
R1,路灯不亮,三段路灯长期不亮,张三,2024-03-01
R2,积水,,欧阳某、张三,2024-03-02
R3,停车难,,𠮷五等3人,2024-03-03
R4,,,张三,不是日期
`;
const MAPPING = {
  version: 1,
  register: REGISTER,
  identity: ['编号'],
  case: { form: 'suggestion' },
  fields: { number: '编号', title: '标题', text: '内容', proposers: '提案人', madeOn: '提出日期' },
  withoutStatus: { stage: 'REGISTERED', disposition: null },
  rules: { 'organ-missing': 'accept' },
};

/** Whatever a release might make of a name without a secret, and of what stands in the log beside it. */
const spellings = (name: string): readonly string[] => {
  const around = ['', REGISTER, 'person', 'case', ...['R1', 'R2', 'R3']];
  const joints = ['', '\n', ' ', ':', '/', '|', '\u0000'];
  return around.flatMap((word) =>
    joints.flatMap((joint) => [
      `${word}${joint}${name}`,
      `${name}${joint}${word}`,
      JSON.stringify([word, name]),
    ]),
  );
};

const LEAST_HEX = 12;

/** Beginnings of digests, in each form in which a log could hold them. */
const marksOf = (name: string): readonly string[] =>
  spellings(name).flatMap((text) =>
    ['sha256', 'sha1', 'md5', 'sm3', 'sha512'].flatMap((algorithm) => {
      const hex = hash(algorithm, text, 'hex');
      const base64 = hash(algorithm, text, 'base64');
      const dashed = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-`;
      return [
        hex.slice(0, LEAST_HEX),
        dashed,
        base64.slice(0, LEAST_HEX),
        base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, LEAST_HEX),
      ];
    }),
  );

const guessedIn = (bytes: string): readonly string[] =>
  CANDIDATES.filter((name) => bytes.includes(name) || marksOf(name).some((mark) => bytes.includes(mark)));

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
  await writeFile(join(data.dir, 'names.csv'), CSV);
  await writeFile(join(data.dir, 'mapping.json'), JSON.stringify(MAPPING));
});
afterEach(() => data.remove());

const exported = async (): Promise<string> => {
  const out = join(data.dir, 'log.jsonl');
  expect((await data.duban(['export', 'log', '--out', out])).code).toBe(0);
  return readFile(out, 'utf8');
};
const imports = () =>
  data.duban([
    'import',
    join(data.dir, 'names.csv'),
    '--mapping',
    join(data.dir, 'mapping.json'),
    '--output',
    'json',
  ]);

it('finds nobody whom a register names by any byte of an exported log', async () => {
  const report = JSON.parse((await imports()).out) as { readonly imported: number; readonly refused: number };
  expect([report.imported, report.refused]).toEqual([3, 1]);
  const [first, second] = await data.events('ItemImported');
  const of = (event: typeof first): readonly string[] => event?.data['proposers'] as readonly string[];
  expect(of(first)).toEqual([expect.stringMatching(/^person:[0-9a-f]{32}$/)]);
  expect(of(second)).toContain(of(first)[0]);
  expect(guessedIn(await exported())).toEqual([]);
});

it('would find whoever stood in it as earlier releases wrote them', () => {
  const old = SIGNERS.map((name) => `person:${hash('sha256', `${REGISTER}\n${name}`).slice(0, 24)}`);
  expect([...guessedIn(old.join(' '))].sort()).toEqual([...SIGNERS].sort());
});

it('gives the same people the same ids at the next import, and others in another installation', async () => {
  await imports();
  const before = await data.events('ItemImported');
  expect(JSON.parse((await imports()).out)).toMatchObject({ imported: 0, unchanged: 3, written: false });
  await data.remove();
  const names = before.map(({ data: { proposers } }) => proposers);
  data = await dataFolder();
  await writeFile(join(data.dir, 'names.csv'), CSV);
  await writeFile(join(data.dir, 'mapping.json'), JSON.stringify(MAPPING));
  await imports();
  const elsewhere = (await data.events('ItemImported')).map(({ data: { proposers } }) => proposers);
  expect(elsewhere).toHaveLength(3);
  expect(elsewhere.flat().some((person) => names.flat().includes(person ?? null))).toBe(false);
});

it('makes neither vault nor key in a dry run, and knows in it what the log holds', async () => {
  const dry = [
    'import',
    join(data.dir, 'names.csv'),
    '--mapping',
    join(data.dir, 'mapping.json'),
    '--dry-run',
    '--output',
    'json',
  ];
  expect(JSON.parse((await data.duban(dry)).out)).toMatchObject({ imported: 3 });
  expect(await data.events()).toEqual([]);
  await imports();
  expect(JSON.parse((await data.duban(dry)).out)).toMatchObject({ imported: 0, unchanged: 3, refused: 1 });
});
