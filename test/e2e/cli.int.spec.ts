import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '@duban/application';
import { dataFolder, sample, type DataFolder } from './duban.ts';

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

const IMPORT = ['import', sample('register.xlsx'), '--mapping', sample('register.json')];
const JSON_OUT = ['--output', 'json'];

const importSample = async (): Promise<ImportReport> =>
  JSON.parse((await data.duban([...IMPORT, ...JSON_OUT])).out) as ImportReport;

describe('duban', () => {
  it('tells its help in Chinese unless the system speaks English, or the asker says so', async () => {
    const [zh, en, asked] = await Promise.all([
      data.duban(['--help'], { LANG: 'C.UTF-8' }),
      data.duban(['--help'], { LANG: 'en_GB.UTF-8' }),
      data.duban(['import', '--help', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }),
    ]);
    expect([zh.code, en.code, asked.code]).toEqual([0, 0, 0]);
    expect(zh.out).toContain('导入台账');
    expect(en.out).toContain('import a register');
    expect(asked.out).toContain('report only, write nothing');
  }, 30_000);

  it.each([
    [['nonsense'], 2],
    [['import'], 2],
    [['import', sample('register.csv')], 2],
    [['import', 'nowhere.csv', '--mapping', sample('register.json')], 4],
    [['import', sample('register.csv'), '--mapping', sample('register.csv')], 2],
    [['import', '--undo', '6f0d9ad0-6a5d-5c43-9b6f-1d2b7e0c4a91'], 4],
    [['replay', 'nothing'], 4],
    [['replay', 'nothing', '--until', 'x'], 2],
    [['rebuild'], 4],
  ])(
    '%j ends with %i, says why on stderr and nothing on stdout',
    async (args, code) => {
      const ran = await data.duban(args);
      expect([ran.code, ran.out]).toEqual([code, '']);
      expect(ran.err).not.toBe('');
      expect(ran.err).not.toContain('    at ');
    },
    30_000,
  );
});

describe('duban import', () => {
  it('reports rows that did not come in, writes the whole list to a file, and nothing when tried dry', async () => {
    const file = join(data.dir, 'report.csv');
    const dry = await data.duban([...IMPORT, '--dry-run', '--report', file, '--lang', 'zh']);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('9 = 7 新增 + 0 未变 + 2 拒收');
    expect(dry.out).toMatch(/5 +2024-002 +row\.doubled .*differs in: 状态, 办结日期/);
    expect((await readFile(file, 'utf8')).trim().split('\r\n')).toHaveLength(10);
    expect(await data.events()).toEqual([]);
  }, 30_000);

  it('ends with 3 for refused rows only when it is asked to be strict', async () => {
    expect((await data.duban([...IMPORT, '--strict'])).code).toBe(3);
    expect((await data.duban(IMPORT)).code).toBe(0);
  }, 30_000);

  it('imports, imports nothing again, takes back by file or by number, and imports anew', async () => {
    const first = await importSample();
    const size = (await data.events()).length;
    expect(await importSample()).toMatchObject({ imported: 0, unchanged: 7, batchId: first.batchId });
    expect(await data.events()).toHaveLength(size);
    expect(JSON.parse((await data.duban([...IMPORT, '--undo', ...JSON_OUT])).out)).toMatchObject({
      batchId: first.batchId,
      takenBack: 7,
    });
    const second = await importSample();
    expect([second.imported, second.batchId === first.batchId]).toEqual([7, false]);
    const undone = await data.duban([
      'import',
      '--undo',
      String(second.batchId),
      '--reason',
      '重复',
      ...JSON_OUT,
    ]);
    expect(JSON.parse(undone.out)).toMatchObject({ batchId: second.batchId, takenBack: 7 });
    expect((await data.events('ImportUndone')).map(({ data: { reason } }) => reason)).toContain('重复');
  }, 60_000);

  it('knows a row again in a file of another name and kind', async () => {
    await importSample();
    const file = join(data.dir, '台账 2.csv');
    await copyFile(sample('register.csv'), file);
    const { out } = await data.duban(['import', file, '--mapping', sample('register.json'), ...JSON_OUT]);
    expect(JSON.parse(out)).toMatchObject({ imported: 0, unchanged: 7, batchId: null });
  }, 30_000);
});

describe('duban replay', () => {
  it('tells each event in a sentence and the state at any moment', async () => {
    const { details } = await importSample();
    const caseId = String(details[1]?.caseId);
    const replay = async (...args: readonly string[]) => data.duban(['replay', caseId, ...args]);
    const whole = JSON.parse((await replay('--events', ...JSON_OUT, '--lang', 'en')).out) as {
      state: { items: Record<string, { stage: string }> };
      events: { type: string; sentence: string }[];
    };
    expect(Object.values(whole.state.items).map(({ stage }) => stage)).toEqual(['CLOSED']);
    expect(whole.events.map(({ type }) => type)).toEqual(['CaseOpened', 'ItemImported']);
    expect(whole.events[1]?.sentence).toContain('imported, not observed');
    expect((await replay('--lang', 'zh')).out).toContain('导入，非本系统记录过程');
    const before = await replay('--until', '0', ...JSON_OUT);
    expect(JSON.parse(before.out)).toMatchObject({ revision: 0, state: { items: {} } });
    // Recorded today, but it happened in 2024: the two axes give two answers.
    expect((await replay('--as-of', '2024-03-01')).code).toBe(4);
    expect((await replay('--as-of', '2024-03-01', '--by', 'occurred')).code).toBe(0);
    expect((await replay('--as-of', '2024-02-29', '--by', 'occurred')).code).toBe(4);
  }, 60_000);
});

describe('duban rebuild and duban doctor', () => {
  const findings = async (): Promise<Record<string, string>> => {
    const { out } = await data.duban(['doctor', ...JSON_OUT]);
    const { findings: all } = JSON.parse(out) as {
      findings: { check: string; light: string; fix: string | null }[];
    };
    for (const { light, fix } of all) expect(fix === null).toBe(light === 'ok');
    return Object.fromEntries(all.map(({ check, light }) => [check, light]));
  };

  it('say what is missing and what to do, and leave an empty place empty', async () => {
    expect(await findings()).toMatchObject({ node: 'ok', settings: 'ok', log: 'warn' });
    expect(await data.events()).toEqual([]);
  }, 30_000);

  it('build the read models anew and find them level with the log', async () => {
    await importSample();
    expect(await findings()).toMatchObject({ log: 'ok', 'read-models': 'warn' });
    const rebuilt = await data.duban(['rebuild', ...JSON_OUT]);
    expect([rebuilt.code, rebuilt.err]).toEqual([0, '']);
    expect(JSON.parse(rebuilt.out)).toMatchObject({ events: (await data.events()).length, parked: 0 });
    expect(await findings()).toMatchObject({ 'read-models': 'ok' });
  }, 60_000);
});
