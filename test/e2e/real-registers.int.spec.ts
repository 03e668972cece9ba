import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ImportReport } from '@duban/application';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openReadStore } from '@duban/read-store';
import { describeWith } from '../setup/describe-with.ts';
import { dataFolder, needsReal, realFile, shippedMapping, type DataFolder, type Ran } from './duban.ts';
import { encodeGb18030 } from './gb18030.ts';

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

const importing = (file: string, mapping: string, ...more: readonly string[]): Promise<Ran> =>
  data.duban(['import', file, '--mapping', shippedMapping(mapping), '--output', 'json', ...more]);
const reportOf = ({ out }: Ran): ImportReport & { readonly encoding: string } =>
  JSON.parse(out) as ImportReport & { readonly encoding: string };

const NZ = 'nz-safety-recommendations/register.xlsx';
const NZ_MAPPING = 'nz-safety-recommendations';

describeWith(needsReal(NZ), 'the register of safety recommendations', () => {
  it('comes in as 2,185 items; seven doubles are refused and what is missing is named', async () => {
    const report = reportOf(await importing(realFile(NZ), NZ_MAPPING));
    expect(report).toMatchObject({
      rows: 2192,
      imported: 2185,
      unchanged: 0,
      refused: 7,
      warnings: { 'organ-missing': 31, 'made-on-missing': 101, 'closed-without-date': 5 },
    });
    const refused = report.details.filter(({ status }) => status === 'refused');
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'row.doubled'));
    expect(Object.fromEntries(refused.map(({ number, detail }) => [number, differs(detail)]))).toEqual({
      '012/23': 'Safety Issue, Made, Recommendation',
      '012/21': 'Recipient, Recommendation, Reply Text',
      '019/23': 'Safety Issue, Made',
      '020/23': 'Safety Issue',
      '059/95': null,
      '067/95': null,
      '077/95': null,
    });
    const stands = report.standings.map((of) => [of.registerStatus, of.items, of.stage, of.disposition]);
    expect(stands).toEqual([
      ['Closed acceptable', 1178, 'CLOSED', 'resolved'],
      ['Unconfirmed', 340, 'SUBMITTED', null],
      ['Closed cancelled', 269, 'CLOSED', 'not-implementable'],
      ['Open', 263, 'RECTIFYING', null],
      ['Withdrawn', 110, 'WITHDRAWN', null],
      ['Closed superseded', 25, 'CLOSED', 'superseded'],
    ]);
    expect(await stagesOnBoard()).toEqual({ CLOSED: 1472, SUBMITTED: 340, RECTIFYING: 263, WITHDRAWN: 110 });
    const imported = await data.events('ItemImported');
    expect(imported).toHaveLength(2185);
    expect(JSON.stringify(imported.map((event) => event.data))).not.toContain('_x000D_');
  }, 60_000);

  it('writes nothing the second time, and is taken back with its events left visible', async () => {
    const { batchId } = reportOf(await importing(realFile(NZ), NZ_MAPPING));
    const before = (await data.events()).length;
    expect(reportOf(await importing(realFile(NZ), NZ_MAPPING))).toMatchObject({
      imported: 0,
      unchanged: 2185,
    });
    expect(await data.events()).toHaveLength(before);
    const undone = await importing(realFile(NZ), NZ_MAPPING, '--undo');
    expect(JSON.parse(undone.out)).toMatchObject({ batchId, items: 2185, takenBack: 2185, kept: [] });
    expect(await data.events('ItemImported')).toHaveLength(2185);
    expect(await data.events()).toHaveLength(before + 2186);
  }, 90_000);
});

/** What the board counts after a rebuild. */
const stagesOnBoard = async (): Promise<Record<string, number>> => {
  expect((await data.duban(['rebuild'])).code).toBe(0);
  const reader = await openSqliteStore({ file: data.logFile, readOnly: true });
  const read = openReadStore({ dir: join(data.env.DUBAN_DATA, 'read-models'), reader });
  try {
    const { groups } = await read.boardCounts({ groupBy: 'stage', today: '2026-03-05' });
    return Object.fromEntries(groups.map(({ key, count }) => [String(key), count]));
  } finally {
    read.close();
    await reader.close();
  }
};

/** The columns that a refused double names; null where it says that nothing differs. */
const differs = (detail: string | null): string | null => /differs in: (.+)$/.exec(detail ?? '')?.[1] ?? null;

const CN = 'cn-proposals/proposals-2019.csv';

describeWith(needsReal(CN), 'the proposals of 2019', () => {
  it('come in as 436 suggestions, and are the same items when the file is GB18030', async () => {
    const report = reportOf(await importing(realFile(CN), 'cn-proposals-2019'));
    expect(report).toMatchObject({ imported: 436, refused: 0, encoding: 'utf-8' });
    const opened = await data.events('CaseOpened');
    expect(new Set(opened.map((event) => event.data['supervisionForm']))).toEqual(new Set(['suggestion']));
    const file = join(data.dir, 'proposals-2019.csv');
    await writeFile(file, encodeGb18030(await readFile(realFile(CN), 'utf8')));
    expect(reportOf(await importing(file, 'cn-proposals-2019'))).toMatchObject({
      encoding: 'gb18030',
      imported: 0,
      unchanged: 436,
      refused: 0,
    });
  }, 60_000);
});

const BROKEN = 'us-audit-findings/2021-findings-broken.csv';

describeWith(needsReal(BROKEN), 'findings with a merge conflict inside', () => {
  it('are refused whole: line 1 is named, and not even a log is made', async () => {
    const args = [
      'import',
      realFile(BROKEN),
      '--mapping',
      shippedMapping('us-audit-findings'),
      '--lang',
      'en',
    ];
    const { code, out, err } = await data.duban(args);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toBe(
      'line 1: The file holds a merge-conflict marker (<<<<<<< HEAD) [file.merge-conflict]',
    );
    expect(await data.events()).toEqual([]);
  }, 30_000);
});

const US = 'us-audit-findings/2018-findings.csv';

describeWith(needsReal(US), 'audit findings', () => {
  it('keep references to findings of other years as they stand', async () => {
    expect(reportOf(await importing(realFile(US), 'us-audit-findings'))).toMatchObject({
      imported: 1165,
      refused: 0,
    });
    const facts = (await data.events('ItemImported')).map((event) => event.data['otherFacts']);
    const priors = facts.filter((fact) => 'PRIORFINDINGREFNUMS' in (fact as object));
    expect(priors.length).toBe(1165 - 129);
  }, 60_000);
});
