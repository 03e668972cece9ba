import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { caseCommands, referenceCommands, referenceSource } from '@duban/application';
import { readConfig } from '@duban/config';
import { EXIT } from '@duban/contracts';
import { demoSeed } from '@duban/demo';
import { cqDefault1 } from '@duban/domain';
import { openLog } from '@duban/installation';
import { dataFolder, type DataFolder, type Ran } from './duban.ts';

jest.setTimeout(90_000);

const JSON_OUT = ['--output', 'json', '--lang', 'en'];

let data: DataFolder;
let cases: readonly string[];

/** The worked examples, told to a log on disk at the times at which they happened. */
const tell = async (): Promise<void> => {
  const config = readConfig(data.env);
  let now = 0;
  const clock = { now: () => now };
  const log = await openLog(config, { clock });
  const reference = referenceSource(log.store, config);
  const ports = { store: log.store, clock, pause: async () => undefined };
  const office = {
    cases: caseCommands({ ...ports, reference, tenant: config.tenant }),
    references: referenceCommands(ports),
  };
  await demoSeed.play(office, { moveTo: (at) => (now = Temporal.Instant.from(at).epochMilliseconds) });
  reference.close();
  await log.close();
};

const asked = async (...args: readonly string[]): Promise<Record<string, unknown[]>> => {
  const { code, out, err } = await data.duban([...args, ...JSON_OUT]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Record<string, unknown[]>;
};

const exported = async (name: string, ...args: readonly string[]): Promise<string> => {
  await asked('export', ...args, '--out', join(data.dir, name));
  return readFile(join(data.dir, name), 'utf8');
};

beforeAll(async () => {
  data = await dataFolder();
  await tell();
  cases = (await data.events('CaseOpened')).map(({ stream }) => stream);
});
afterAll(() => data.remove());

describe('duban replay', () => {
  it('tells what differs between two revisions, and why it came to one', async () => {
    const [stream = ''] = cases;
    const { differences } = await asked('replay', stream, '--diff', '0:2');
    expect(differences?.[0]).toMatchObject({ pointer: expect.any(String), kind: expect.any(String) });
    expect(await asked('replay', stream, '--diff', '2:2')).toEqual({ differences: [] });
    const { way } = await asked('replay', stream, '--why', '2');
    expect(way?.at(-1)).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ revision: 2 })]),
    });
    const codes = await Promise.all([
      data.duban(['replay', stream, '--diff', 'soon']),
      data.duban(['replay', stream, '--why', 'nothing']),
    ]);
    expect(codes.map(({ code }: Ran) => code)).toEqual([2, 4]);
  });
});

describe('duban steps', () => {
  it('tells every step in the words of people, and by whom', async () => {
    const { code, out } = await data.duban(['steps']);
    expect(code).toBe(0);
    expect(out).toMatch(/^签收 +acknowledge-receipt +主办单位、会办单位、政府办公厅 +事项、/m);
  });

  it('tells the organ of an assignment what it may do, and another organ that it is not its own', async () => {
    const assigned = (await data.events('ItemAssigned')).at(-1);
    expect(assigned?.type).toBe('ItemAssigned');
    const { itemId = '', assignments = [] } = (assigned?.data ?? {}) as {
      itemId?: string;
      assignments?: readonly { organ: string; role: string }[];
    };
    const lead = assignments.find(({ role }) => role !== 'co')?.organ ?? '';
    const here = ['steps', '--role', 'organ-lead', '--case', assigned?.stream ?? '', '--item', itemId];
    const codesFor = async (organ: string) => {
      const { items } = await asked(...here, '--organ', organ);
      return (items as { refused: { code: string } | null }[]).map(({ refused }) => refused?.code);
    };
    expect(await codesFor(lead)).not.toContain('step.not-yours');
    expect(await codesFor('nobody')).not.toContain(undefined);
    const told = await data.duban([...here, '--organ', 'nobody']);
    expect(told.out).toMatch(/^现在可以办：\n {2}没有\n\n现在不能办：\n/);
  });

  it.each([
    ['a part', [], '--role'],
    ['the organ of an organ’s part', ['--role', 'organ-co'], '--organ'],
    ['the deputy', ['--role', 'deputy'], '--as'],
  ])('asks for %s where a case is asked about', async (_, said, missing) => {
    const { code, out } = await data.duban(['steps', '--case', cases[0] ?? '', ...said, ...JSON_OUT]);
    expect(code).toBe(EXIT.invalid);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'steps.asker-unsaid', detail: missing } });
  });
});

describe('duban changes, try-rule and conformance', () => {
  it('list what entered the register between two days', async () => {
    const { changes } = await asked(
      'changes',
      '--from',
      '2020-01-01',
      '--to',
      '2026-12-31',
      '--by',
      'occurred',
    );
    expect(changes?.length).toBeGreaterThan(5);
    const table = await data.duban(['changes', '--from', '2020-01-01', '--to', '2026-12-31', '--lang', 'zh']);
    expect(table.out).toContain('新增');
    expect((await data.duban(['changes', '--from', '2026-01-02', '--to', '2026-01-01'])).code).toBe(2);
  });

  it('try a draft without writing', async () => {
    const before = (await data.events()).length;
    const file = join(data.dir, 'draft.json');
    const lights = [{ id: 'always', color: 'red', atOrBelowWorkingDays: null }];
    await writeFile(file, JSON.stringify({ ...cqDefault1, version: 9, lights }));
    const period = ['--from', '2025-01-01', '--to', '2026-12-31'];
    expect((await asked('try-rule', file, ...period))['dates']?.length).toBeGreaterThan(0);
    await writeFile(file, '{}');
    expect((await data.duban(['try-rule', file, ...period])).code).toBe(2);
    expect((await data.duban(['try-rule', join(data.dir, 'nowhere'), ...period])).code).toBe(4);
    expect(await data.events()).toHaveLength(before);
  });

  it('hold one case, or all, against the lawful order', async () => {
    const [stream = ''] = cases;
    expect((await asked('conformance', stream))['cases']).toHaveLength(1);
    const { cases: deviating } = await asked('conformance');
    expect(deviating?.every((each) => JSON.stringify(each).includes('shownBy'))).toBe(true);
    expect((await data.duban(['conformance', 'nothing'])).code).toBe(4);
  });
});

describe('duban export', () => {
  it('writes the history and the register, the same bytes every time', async () => {
    const ocel = await exported('log.json', 'ocel');
    expect((JSON.parse(ocel) as { events: unknown[] }).events.length).toBeGreaterThan(50);
    expect(await exported('again.json', 'ocel')).toBe(ocel);
    expect(await exported('log.xml', 'ocel')).toMatch(/^<\?xml/);
    expect(await exported('xes.xml', 'xes', '--traces', 'items')).toMatch(/^<\?xml/);
    const register = await exported('register.csv', 'register', '--as-of', '2026-03-05', '--by', 'occurred');
    expect(register).toMatch(/^\uFEFFcase id,/);
    expect(await exported('register.xlsx', 'register')).toMatch(/^PK/);
  });

  it('packs a case into a folder whose own program finds it whole', async () => {
    const [stream = ''] = cases;
    const lines = await exported('case.ndjson', 'case', stream);
    expect(lines).toMatch(/^\{"format":"duban-case"/);
    const folder = join(data.dir, 'case');
    await asked('export', 'case', stream, '--format', 'folder', '--out', folder);
    const keys = await readFile(join(data.env.DUBAN_DATA, 'audit/verifier-keys.txt'), 'utf8');
    const checked = spawn(process.execPath, [join(folder, 'check.mjs'), keys.trim()]);
    expect(await once(checked, 'close')).toEqual([0, null]);
    expect((await data.duban(['export', 'case', 'nothing', '--out', join(data.dir, 'x')])).code).toBe(4);
  });
});
