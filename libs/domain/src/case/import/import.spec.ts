import { describe, expect, it } from '@jest/globals';
import { actors, nothingYet, opening, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import type { ItemImported } from './import-item.step.ts';
import { inspection } from '../evaluation/evaluation.fixture.ts';

const row: ItemImported['data'] = {
  itemId: 'r1',
  batchId: 'b1',
  register: { name: '2024 台账', fileDigest: 'sha256:file', row: 2, number: '2024-17' },
  title: 'Street lamps',
  text: 'Lamps out on three roads',
  organ: 'housing-bureau',
  category: null,
  proposers: [],
  madeOn: '2024-03-01',
  closedOn: null,
  dueOn: '2024-09-30',
  registerStatus: '办理中',
  stage: 'RECTIFYING',
  disposition: null,
  reply: null,
  otherFacts: { 备注: 'x' },
  warnings: [],
};
const facts = (more: Partial<ItemImported['data']> = {}): CaseCommandData['ImportItem'] => ({
  opening: opening('register'),
  item: { ...row, ...more },
});
const imported = (more: Partial<ItemImported['data']> = {}): Story =>
  nothingYet.does('ImportItem', facts(more));
const takeBack: CaseCommandData['TakeBackImport'] = { itemId: 'r1', batchId: 'b1', reason: 'wrong file' };

describe('an import', () => {
  it('opens the case with its first item', () => {
    expect(nothingYet.decides('ImportItem', facts())).toMatchObject([
      { type: 'CaseOpened', data: { caseId: 'c1', openedOn: '2024-03-01' } },
      { type: 'ItemImported', data: row },
    ]);
    expect(imported().decides('ImportItem', facts({ itemId: 'r2' }))).toMatchObject([
      { type: 'ItemImported' },
    ]);
  });

  it('opens its case on the day of its closing where that is all the register says, or today', () => {
    const dates = (madeOn: string | null, closedOn: string | null) =>
      nothingYet.decides('ImportItem', facts({ madeOn, closedOn }));
    expect(dates(null, '2024-05-06')).toMatchObject([{ data: { openedOn: '2024-05-06' } }, {}]);
    expect(dates(null, null)).toMatchObject([{ data: { openedOn: '2026-01-05' } }, {}]);
  });

  it.each([
    ['made tomorrow', { madeOn: '2026-01-06' }],
    ['closed tomorrow', { closedOn: '2026-01-06' }],
    ['made before the republic', { madeOn: '1949-09-30' }],
    ['closed in the year 1', { closedOn: '0001-01-01' }],
  ])('refuses dates that cannot be: %s', (_what, dates) => {
    const refused = { rejected: 'import.date-impossible' };
    expect(nothingYet.decides('ImportItem', facts(dates))).toMatchObject(refused);
    expect(imported().decides('ImportItem', facts({ ...dates, itemId: 'r2' }))).toMatchObject(refused);
  });

  it('is taken inside its own batch only, and taken back there', () => {
    const outside = { rejected: 'import.outside-batch', details: { batchId: 'b1' } };
    expect(nothingYet.inBatch(null).decides('ImportItem', facts())).toEqual(outside);
    expect(nothingYet.inBatch('b2').decides('ImportItem', facts())).toEqual(outside);
    expect(imported().inBatch(null).decides('TakeBackImport', takeBack)).toEqual(outside);
    expect(imported().inBatch('b2').decides('TakeBackImport', takeBack)).toEqual(outside);
  });

  it('finds what came in before, from whichever file, row and batch', () => {
    expect(imported().decides('ImportItem', facts())).toEqual([]);
    const again = { batchId: 'b2', register: { ...row.register, fileDigest: 'sha256:other', row: 9 } };
    expect(imported().decides('ImportItem', facts(again))).toEqual([]);
  });

  it('does not overwrite what a register said before', () => {
    expect(imported().decides('ImportItem', facts({ title: 'Other' }))).toMatchObject({
      rejected: 'import.facts-differ',
    });
    const register = { ...row.register, number: '2024-18' };
    expect(imported().decides('ImportItem', facts({ register }))).toMatchObject({
      rejected: 'import.facts-differ',
    });
    const other = facts({ itemId: 'r2' });
    expect(
      imported().decides('ImportItem', { ...other, opening: { ...other.opening, caseId: 'c2' } }),
    ).toMatchObject({ rejected: 'import.facts-differ' });
  });

  it('does not take the name of an item registered here, nor enter a closed case', () => {
    expect(receivedItems().decides('ImportItem', facts({ itemId: 'i1' }))).toMatchObject({
      rejected: 'item.id-taken',
    });
    const closed = imported().told({
      type: 'CaseClosed',
      data: { closedOn: '2026-01-06', dispositions: [] },
    });
    expect(closed.decides('ImportItem', facts({ itemId: 'r2' }))).toMatchObject({
      rejected: 'case.not-open',
    });
  });

  it('leaves the item where its register says', () => {
    const { stage, imported: from, cycle, ruleSet } = imported().item('r1');
    expect([
      stage,
      from?.data.register.number,
      cycle?.cause,
      cycle?.startedOn,
      cycle?.due?.date,
      ruleSet,
    ]).toEqual(['RECTIFYING', '2024-17', 'import', '2024-03-01', '2024-09-30', null]);
  });
});

describe('taking an import back', () => {
  it('is a counter-event that leaves the item visible', () => {
    expect(imported().decides('TakeBackImport', takeBack)).toEqual([
      { type: 'ItemImportTakenBack', data: takeBack },
    ]);
    const undone = imported().does('TakeBackImport', takeBack);
    expect([undone.item('r1').stage, undone.item('r1').imported?.data.title]).toEqual([
      'TAKEN_BACK',
      'Street lamps',
    ]);
    expect(undone.decides('TakeBackImport', takeBack)).toEqual([]);
  });

  it('leaves room for the right file', () => {
    const again = imported()
      .does('TakeBackImport', takeBack)
      .does('ImportItem', facts({ title: 'Right', batchId: 'b2' }));
    expect([again.item('r1').stage, again.item('r1').title]).toEqual(['RECTIFYING', 'Right']);
  });

  it('concerns imported items of that batch', () => {
    expect(imported().decides('TakeBackImport', { ...takeBack, itemId: 'r9' })).toMatchObject({
      rejected: 'item.unknown',
    });
    expect(imported().decides('TakeBackImport', { ...takeBack, batchId: 'b2' })).toMatchObject({
      rejected: 'import.other-batch',
    });
    expect(receivedItems().decides('TakeBackImport', { ...takeBack, itemId: 'i1' })).toMatchObject({
      rejected: 'import.not-imported',
    });
  });

  it.each<[string, (story: Story) => Story]>([
    ['was escalated', (story) => story.does('Escalate', { itemId: 'r1', level: 'reminder', reason: 'late' })],
    [
      'had another item merged into it',
      (story) =>
        story
          .does('ImportItem', facts({ itemId: 'r2' }))
          .does('MergeInto', { itemId: 'r2', intoItemId: 'r1' }),
    ],
    [
      'lies in a closed case',
      (story) => story.told({ type: 'CaseClosed', data: { closedOn: '2026-01-06', dispositions: [] } }),
    ],
  ])('is refused once the item %s', (_what, moved) => {
    expect(moved(imported()).decides('TakeBackImport', takeBack)).toMatchObject({
      rejected: 'import.moved-on',
    });
  });

  it('is refused once somebody evaluated the item', () => {
    const visited = imported({ stage: 'EVALUATING' })
      .by(actors.committee)
      .does('RecordInspection', inspection('n1', 'verified', ['r1']));
    expect(visited.decides('TakeBackImport', takeBack)).toMatchObject({ rejected: 'import.moved-on' });
  });

  it('is not stopped by the clock', () => {
    const late = imported().told({
      type: 'DeadlineMissed',
      data: { itemId: 'r1', dueDate: '2024-09-30', daysLate: 400, rung: 'due+1' },
    });
    expect(late.decides('TakeBackImport', takeBack)).toHaveLength(1);
  });
});

describe('an imported item', () => {
  it('that is being evaluated is concluded by today’s rules, closed and looked back at', () => {
    const closed = imported({ stage: 'EVALUATING' })
      .by(actors.committee)
      .does('RecordInspection', inspection('n1', 'partly', ['r1']))
      .does('Conclude', { itemIds: ['r1'] })
      .does('CloseItem', {
        itemId: 'r1',
        disposition: 'basically-resolved',
        verifier: 'urban-committee',
        signer: 's',
        publish: false,
      });
    expect([closed.item('r1').stage, closed.item('r1').lookBackDue?.date]).toEqual(['CLOSED', '2026-07-06']);
  });

  it('is not verified by the organ its register names', () => {
    const evaluating = imported({ stage: 'EVALUATING' }).by(actors.housing);
    expect(evaluating.decides('RecordInspection', inspection('n1', 'verified', ['r1']))).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
  });

  it('that was closed long ago is looked back at and reopened under the organ its register names', () => {
    const relapsed = imported({ stage: 'CLOSED', closedOn: '2024-08-01', disposition: 'resolved' })
      .does('ScheduleLookBack', { itemId: 'r1' })
      .by(actors.committee)
      .does('RecordLookBack', {
        itemId: 'r1',
        passed: false,
        findings: 'dark again',
        severity: 'minor',
        evidence: [],
      });
    expect(relapsed.item('r1').lookBackDue?.date).toBe('2025-02-05');
    const { cycle } = relapsed.does('Reopen', { itemId: 'r1', reason: 'dark again' }).item('r1');
    expect([cycle?.n, cycle?.assignments.map(({ id, organ, role }) => [id, organ, role])]).toEqual([
      2,
      [['r1-imported~2', 'housing-bureau', 'lead']],
    ]);
  });
});

it('carries an imported open item on: it is assigned, received, planned and reported on', () => {
  const assignments = [{ id: 'a1', organ: 'housing-bureau', role: 'lead', scopeText: 'all' }] as const;
  const measure = {
    id: 'm1',
    text: 'repair',
    post: 'lighting section',
    milestoneDate: '2026-03-01',
    indicator: 'lamps',
    target: '120',
  };
  const assigned = imported().does('Assign', {
    itemId: 'r1',
    assignments,
    addressee: 'city-government',
    rectificationType: 'phased',
  });
  expect(assigned.item('r1')).toMatchObject({ stage: 'ASSIGNED', ruleSet: 'cq-default@1', cycle: { n: 1 } });
  const reported = assigned
    .by(actors.housing)
    .does('AcknowledgeReceipt', { itemId: 'r1', assignmentId: 'a1', handler: 'lighting section' })
    .does('FilePlan', { itemId: 'r1', assignmentId: 'a1', measures: [measure] })
    .does('ReportProgress', {
      itemId: 'r1',
      assignmentId: 'a1',
      periodEnd: '2026-01-05',
      percent: 10,
      milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
      blockers: '',
      evidence: [],
    });
  expect(reported.item('r1').stage).toBe('RECTIFYING');
  expect(reported.by(actors.office).decides('TakeBackImport', takeBack)).toMatchObject({
    rejected: 'import.moved-on',
  });
});
