import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openReadStore } from '@duban/read-store';
import { dataFolder, type DataFolder } from './duban.ts';

jest.setTimeout(120_000);

const CSV = `编号,事项,承办单位,状态,交办日期,完成时限,销号日期
R1,销号早于交办,市住建委,已销号,2024-03-02,2024-06-01,2023-05-20
R2,未来销号,市住建委,已销号,2024-03-02,2024-06-01,2062-05-20
R3,时限早于交办,市住建委,已销号,2024-03-02,2024-01-01,2024-05-01
R4,按期,市住建委,已销号,2024-03-02,2024-06-01,2024-05-20
R5,逾期十天,市住建委,已销号,2024-03-02,2024-06-01,2024-06-11
`;
const MAPPING = {
  version: 1,
  register: '试台账',
  identity: ['编号'],
  case: { form: 'register' },
  fields: {
    ...{ number: '编号', title: '事项', text: '事项', organ: '承办单位', status: '状态' },
    ...{ madeOn: '交办日期', dueOn: '完成时限', closedOn: '销号日期' },
  },
  statuses: { 已销号: { stage: 'CLOSED', disposition: 'resolved' } },
};

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
  await writeFile(join(data.dir, 'dates.csv'), CSV);
});
afterEach(() => data.remove());

const imported = async (rules: object) => {
  await writeFile(join(data.dir, 'mapping.json'), JSON.stringify({ ...MAPPING, rules }));
  const files = [join(data.dir, 'dates.csv'), '--mapping', join(data.dir, 'mapping.json')];
  return JSON.parse((await data.duban(['import', ...files, '--output', 'json'])).out) as unknown;
};

const performance = async () => {
  expect((await data.duban(['rebuild'])).code).toBe(0);
  const reader = await openSqliteStore({ file: data.logFile, readOnly: true });
  const read = openReadStore({ dir: join(data.env.DUBAN_DATA, 'read-models'), reader });
  try {
    return read.performance({ today: '2026-11-30' });
  } finally {
    read.close();
    await reader.close();
  }
};

it('keeps rows whose days cannot be true out of the log, and names them in sentences', async () => {
  expect(await imported({})).toMatchObject({
    imported: 3,
    refused: 2,
    warnings: { 'due-before-made': 1 },
    details: [
      {
        code: 'row.closed-before-made',
        detail: expect.stringContaining('销号日期 2023-05-20 早于') as unknown,
      },
      { code: 'row.closed-in-future', detail: expect.stringContaining('2062-05-20 晚于今天') as unknown },
      ...[{ warnings: ['due-before-made'] }, { warnings: [] }, { warnings: [] }],
    ],
  });
});

it('counts nobody on time or late by what only a register says, nor days that cannot be true', async () => {
  // A day that has not come is no fact, whatever the mapping says of it.
  await imported({ 'closed-before-made': 'warn', 'closed-in-future': 'warn' });
  expect(await performance()).toMatchObject([
    { items: 4, onTime: 0, late: 0, lateDays: 0, misses: 0, medianDays: expect.any(Number) as unknown },
  ]);
  const [{ medianDays } = { medianDays: null }] = await performance();
  expect(medianDays).toBe(90);
});
