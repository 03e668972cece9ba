import { describe, expect, it } from '@jest/globals';
import { caseCommands } from '../case/case-commands.ts';
import { dyingAfter, importer, officeOn, register, rows } from './register.fixture.ts';

const imported = async (count: number) => {
  const office = officeOn();
  const report = await office.imports(register(rows(count)));
  return { office, report, batchId: String(report.batchId) };
};

describe('taking a batch back', () => {
  it('writes counter-events and leaves what was imported visible', async () => {
    const { office, batchId } = await imported(3);
    expect(await office.undoes(batchId)).toMatchObject({ items: 3, takenBack: 3, kept: [] });
    expect(await office.events('ItemImported')).toHaveLength(3);
    expect(await office.events('ItemImportTakenBack')).toHaveLength(3);
    expect((await office.events('ImportUndone')).map(({ data }) => data)).toEqual([
      { reason: 'wrong file', items: 3 },
    ]);
  });

  it('is done once', async () => {
    const { office, batchId } = await imported(2);
    await office.undoes(batchId);
    const head = await office.store.head();
    expect(await office.undoes(batchId)).toMatchObject({ alreadyUndone: true, takenBack: 2 });
    expect(await office.store.head()).toBe(head);
  });

  it('says the same in a dry run, and writes nothing', async () => {
    const { office, batchId } = await imported(2);
    const head = await office.store.head();
    const dry = await office.undoes(batchId, { dryRun: true });
    expect(await office.store.head()).toBe(head);
    expect(await office.undoes(batchId)).toEqual({ ...dry, dryRun: false });
  });

  it('lets the same file in again, as another batch', async () => {
    const { office, batchId } = await imported(2);
    await office.undoes(batchId);
    const again = await office.imports(register(rows(2)));
    expect([again.imported, again.batchId === batchId]).toEqual([2, false]);
    expect(await office.events('ItemImported')).toHaveLength(4);
  });

  it('keeps what people have acted on since', async () => {
    const { office, report, batchId } = await imported(2);
    const caseId = String(report.details[1]?.caseId);
    await caseCommands(office.ports)(caseId, {
      type: 'Escalate',
      data: { itemId: `${caseId}-1`, level: 'reminder', reason: 'late' },
      commandId: 'escalate',
      actor: importer,
    });
    expect(await office.undoes(batchId)).toMatchObject({
      takenBack: 1,
      kept: [{ caseId, number: '2024-2', code: 'import.moved-on' }],
    });
    expect((await office.imports(register(rows(2)))).details.map(({ status }) => status)).toEqual([
      'imported',
      'unchanged',
    ]);
  });

  it('is not possible for a batch that nobody knows', async () => {
    await expect(officeOn().undoes('nothing')).rejects.toMatchObject({ code: 'import.unknown' });
  });

  it('can be finished after it was killed, and until then the file does not come in again', async () => {
    const { office, batchId } = await imported(10);
    const killed = officeOn(dyingAfter(office.store, 4)).undoes(batchId);
    await expect(killed).rejects.toMatchObject({ code: 'log.closed' });
    const between = await office.imports(register(rows(10)));
    expect([between.unchanged, between.refused, between.written]).toEqual([6, 4, false]);
    expect(between.details.find(({ status }) => status === 'refused')?.code).toBe('import.undo-unfinished');
    expect(await office.undoes(batchId)).toMatchObject({ takenBack: 10 });
    expect(await office.events('ItemImportTakenBack')).toHaveLength(10);
  });
});
