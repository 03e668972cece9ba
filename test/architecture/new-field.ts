import type { Edit } from './new-step.ts';

/** A field that is on no board: what it takes to add one, file by file. */
export const FIELD_EDITS: readonly Edit[] = [
  {
    file: 'libs/contracts/src/board/item.fields.ts',
    at: '  co_organs: {',
    add: `  lead_committee: {
    kind: 'name',
    orNull: true,
    label: text('牵头委员会', 'lead committee'),
    answer: { as: 'leadCommittee' },
    filters: { leadCommittee: { take: 'one', about: 'Committee that leads the case' } },
    facet: { name: 'leadCommittee', sets: 'leadCommittee', panel: 7 },
    sorts: { committee: 'ascending' },
    register: {},
    table: { width: 120 },
  },
`,
  },
  {
    file: 'libs/projections/src/board/board-row.ts',
    at: '    ...organsOf(item),',
    add: '    lead_committee: opened.leadCommittee,\n',
  },
];
