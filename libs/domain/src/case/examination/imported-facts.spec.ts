import { expect, it } from '@jest/globals';
import type { CaseEvent } from '../case.events.ts';
import { beginExamination } from './examine.ts';
import { examined } from './examined-case.fixture.ts';
import { importedFactRules } from './imported-facts.rule.ts';

const imported = (change: object): CaseEvent => ({
  type: 'ItemImported',
  data: {
    ...{
      itemId: 'i1',
      batchId: 'b1',
      title: '道路积水',
      text: '道路积水',
      organ: '市住建委',
      category: null,
    },
    register: { name: '台账', fileDigest: 'sha256:0', row: 2, number: '1' },
    ...{ proposers: [], madeOn: '2026-03-02', closedOn: null, dueOn: '2026-06-01', registerStatus: null },
    ...{ stage: 'RECTIFYING', disposition: null, reply: null, otherFacts: {}, warnings: [] },
    ...change,
  },
});

const found = (change: object) =>
  beginExamination(importedFactRules)
    .examineCase(examined('case-1', [imported(change)]))
    .map(({ code, details }) => [code, details]);

it('an imported item with ordinary facts is not found', () => {
  expect(found({ madeOn: '1949-01-01', closedOn: null })).toEqual([]);
});

it('an imported date of nothing is found by its field', () => {
  expect(found({ dueOn: '1899-12-30', closedOn: '1948-12-31' })).toEqual([
    ['row.date-unreadable', { itemId: 'i1', field: 'closedOn', date: '1948-12-31' }],
    ['row.date-unreadable', { itemId: 'i1', field: 'dueOn', date: '1899-12-30' }],
  ]);
});

it('an organ that is the error of a formula is found', () => {
  expect(found({ organ: '#N/A' })).toEqual([['row.cell-error', { itemId: 'i1', organ: '#N/A' }]]);
});
