import { describe, expect, it } from '@jest/globals';
import { importStream } from '@duban/contracts';
import { dyingAfter, importer, officeOn, register, row, rows } from './register.fixture.ts';
import type { ImportReport } from './import-report.ts';

const sums = ({ imported, unchanged, refused }: ImportReport): readonly number[] => [
  imported,
  unchanged,
  refused,
];
const codes = ({ details }: ImportReport): readonly (string | null)[] => details.map(({ code }) => code);

describe('an import', () => {
  it('opens one case for each row, with what the register says as data beside the time of the import', async () => {
    const office = officeOn();
    const report = await office.imports(register([row(1), row(2, { madeOn: null })]));
    expect(sums(report)).toEqual([2, 0, 0]);
    const [first, unknown] = await office.events('ItemImported');
    expect(first).toMatchObject({
      stream: `case-${String(report.details[0]?.caseId)}`,
      revision: 1,
      data: {
        madeOn: '2024-03-01',
        batchId: report.batchId,
        register: { name: 'sample', row: 2, number: '2024-1' },
      },
      metadata: { occurredAt: '2026-03-05T09:00:00.000+08:00', recordedAt: '2026-03-05T01:00:00.000Z' },
    });
    expect(unknown?.metadata.occurredAt).toBe('2026-03-05T09:00:00.000+08:00');
  });

  it('is a batch: what file, by whom, and what became of it', async () => {
    const office = officeOn();
    const unusable = { row: 4, number: null, code: 'row.number-missing', detail: 'No' };
    const { batchId } = await office.imports(register([...rows(2), unusable]));
    const { events } = await office.store.readStream(importStream(String(batchId)));
    expect(events.map(({ type, data }) => [type, data])).toMatchObject([
      ['ImportStarted', { fileDigest: 'sha256:one', rows: 3, startedBy: importer.id }],
      ['ImportCompleted', { imported: 2, unchanged: 0, refused: [{ row: 4, code: 'row.number-missing' }] }],
    ]);
  });

  it('writes not one event when it is repeated, and says so', async () => {
    const office = officeOn();
    const first = await office.imports(register(rows(3)));
    const head = await office.store.head();
    const again = await office.imports(register(rows(3)));
    expect([sums(again), again.written, again.batchId]).toEqual([[0, 3, 0], false, first.batchId]);
    expect(await office.store.head()).toBe(head);
  });

  it('says the same in a dry run, and writes nothing', async () => {
    const office = officeOn();
    const source = register([row(1), row(2, { madeOn: '2030-01-01' })]);
    const dry = await office.imports(source, { dryRun: true });
    expect(await office.events()).toEqual([]);
    const real = await office.imports(source);
    expect({ ...dry, dryRun: false, written: true, batchId: real.batchId }).toEqual(real);
    expect(codes(real)).toEqual([null, 'import.date-impossible']);
  });

  it('of a later file adds what is new and never overwrites what differs', async () => {
    const office = officeOn();
    await office.imports(register(rows(2)));
    const later = register([row(1), row(2, { stage: 'CLOSED' }), row(3)], 'sha256:two');
    const report = await office.imports(later);
    expect([sums(report), codes(report)]).toEqual([
      [1, 1, 1],
      [null, 'import.facts-differ', null],
    ]);
    const head = await office.store.head();
    expect(sums(await office.imports(later))).toEqual([0, 2, 1]);
    expect(await office.store.head()).toBe(head);
  });

  it('of a later file without news leaves no batch behind', async () => {
    const office = officeOn();
    await office.imports(register(rows(2)));
    const report = await office.imports(register(rows(2), 'sha256:two'));
    expect([sums(report), report.batchId]).toEqual([[0, 2, 0], null]);
    expect(await office.events('ImportStarted')).toHaveLength(1);
  });

  it('knows people again by the ids that an earlier release gave them, and gives new rows the new ones', async () => {
    const office = officeOn();
    const former = row(1, { proposers: ['person:former'] });
    await office.imports(register([former]));
    const head = await office.store.head();
    const again = { ...row(1, { proposers: ['person:keyed'] }), formerProposers: ['person:former'] };
    expect(sums(await office.imports(register([again])))).toEqual([0, 1, 0]);
    expect(await office.store.head()).toBe(head);
    const more = { ...row(2, { proposers: ['person:keyed'] }), formerProposers: ['person:former'] };
    expect(sums(await office.imports(register([again, more], 'sha256:two')))).toEqual([1, 1, 0]);
    const proposers = (await office.events('ItemImported')).map(({ data }) => data['proposers']);
    expect(proposers).toEqual([['person:former'], ['person:keyed']]);
  });

  it('tells a row whose people are others from one that is known', async () => {
    const office = officeOn();
    await office.imports(register([row(1, { proposers: ['person:former'] })]));
    const other = { ...row(1, { proposers: ['person:keyed'] }), formerProposers: ['person:other'] };
    expect(codes(await office.imports(register([other], 'sha256:two')))).toEqual(['import.facts-differ']);
  });

  it('counts where the items stand, by the register’s words and by ours', async () => {
    const office = officeOn();
    const closed = row(3, { registerStatus: 'done', stage: 'CLOSED', disposition: 'resolved' });
    const { standings } = await office.imports(register([...rows(2), closed]));
    expect(standings).toEqual([
      { registerStatus: 'open', stage: 'RECTIFYING', disposition: null, items: 2 },
      { registerStatus: 'done', stage: 'CLOSED', disposition: 'resolved', items: 1 },
    ]);
  });
});

describe('an import of what cannot be kept', () => {
  it('refuses the row, names the field and the character, and writes the others', async () => {
    const office = officeOn();
    const report = await office.imports(
      register([row(1, { title: '题\uFFFE目' }), row(2, { otherFacts: { '备\u202E注': '' } }), row(3)]),
    );
    expect(report.details.map(({ code, detail }) => [code, detail])).toEqual([
      ['row.forbidden-character', 'title: U+FFFE (2)'],
      ['row.forbidden-character', '备\u202E注: U+202E (2)'],
      [null, null],
    ]);
    expect(await office.events('ItemImported')).toHaveLength(1);
  });

  it('writes nothing of a file whose name cannot be kept', async () => {
    const office = officeOn();
    const source = { ...register(rows(1)), fileName: 'a\uFFFE.csv' };
    await expect(office.imports(source)).rejects.toMatchObject({ code: 'file.forbidden-character' });
    expect(await office.events()).toEqual([]);
  });
});

describe('an import that was killed', () => {
  // 9 calendar years, the rules, the start of the batch, 20 rows and its end.
  it.each([0, 5, 10, 11, 12, 20, 30, 31])('after %i appends is finished by the next run', async (appends) => {
    const office = officeOn();
    const killed = officeOn(dyingAfter(office.store, appends)).imports(register(rows(20)));
    await expect(killed).rejects.toMatchObject({ code: 'log.closed' });
    const report = await office.imports(register(rows(20)));
    expect(sums(report)).toEqual([20, 0, 0]);
    expect(await office.events('ItemImported')).toHaveLength(20);
    expect((await office.events('ImportCompleted')).map(({ data }) => data)).toMatchObject([
      { imported: 20, unchanged: 0 },
    ]);
  });
});

describe('two imports of one file at once', () => {
  it('write each row once, and both say so', async () => {
    const office = officeOn();
    const other = officeOn(office.store);
    const colleague = { ...importer, id: 'person:colleague' };
    const reports = await Promise.all([
      office.imports(register(rows(50))),
      other.imports(register(rows(50)), { actor: colleague }),
    ]);
    expect(reports.map(sums)).toEqual([
      [50, 0, 0],
      [50, 0, 0],
    ]);
    for (const type of ['ImportStarted', 'ImportCompleted'])
      expect(await office.events(type)).toHaveLength(1);
    expect(await office.events('ItemImported')).toHaveLength(50);
  });
});
