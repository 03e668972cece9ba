import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runExportCase } from '../../apps/cli/src/commands/export-case.command.ts';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';

const CASE = 'DB-2025-004';
const out = mkdtempSync(join(tmpdir(), 'duban-package-'));

let http: HttpOffice;
beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => Date.parse('2025-03-03T10:00:00+08:00') } });
  const open = { method: 'POST', body: { data: walk[0]?.data } };
  await http.ask('so', `/v1/cases/${CASE}/commands/open-case`, open);
  for (const text of ['草稿', '终稿'])
    await http.ask('so', `/v1/cases/${CASE}/attachments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('整改报告.txt')}`,
      },
      body: text,
    });
  await http.stop();
});
afterAll(async () => {
  await http.close();
  rmSync(out, { recursive: true, force: true });
});

const exported = (name: string, more: object): Promise<number> =>
  runExportCase(CASE, { out: join(out, name), format: 'folder', output: 'json', ...more } as never, {
    DUBAN_DATA: http.office.config.dataDir,
  });

it('a package holds the files if asked, and their sums hold', async () => {
  expect(await exported('with', { attachments: true })).toBe(0);
  const files = join(out, 'with/attachments');
  const sums = readFileSync(join(files, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  expect(sums).toHaveLength(2);
  for (const line of sums) {
    const [sum = '', name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(files, name)))
        .digest('hex'),
    ).toBe(sum);
  }
  expect(readFileSync(join(out, 'with/CHECK.zh.txt'), 'utf8')).toContain('cd attachments && sha256sum -c');
});

it('a package is as ever if not', async () => {
  expect(await exported('without', {})).toBe(0);
  expect(existsSync(join(out, 'without/attachments'))).toBe(false);
  expect(readFileSync(join(out, 'without/CHECK.zh.txt'), 'utf8')).toContain('sha256sum <file>');
});

it('a package of lines has no room for files', async () => {
  expect(await exported('lines', { format: 'lines', attachments: true })).toBe(2);
});
