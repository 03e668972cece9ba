import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { allProjections } from '@duban/projections';
import { openReadStore, rebuildReadModels } from '@duban/read-store';
import { actors, type Story } from '../../libs/domain/src/case/case-story.fixture.ts';
import { advised, rectifying, report } from '../../libs/domain/src/case/handling.fixture.ts';
import { readerOf } from '../../libs/read-store/src/recorded.fixture.ts';
import { stored } from './stored-cases.ts';

/** How many dates each organ that leads has missed by a day, as the answer says. */
const missedBy = async ({ log }: Story, today: string): Promise<object> => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-stay-'));
  const reader = readerOf(stored([log]));
  await rebuildReadModels({ dir, reader, projections: allProjections });
  const read = openReadStore({ dir, reader });
  try {
    const rows = read.performance({ today, role: 'lead' });
    return Object.fromEntries(rows.map(({ organ, misses }) => [organ, misses]));
  } finally {
    read.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Due on 7 April 2026; a fortnight later nothing has come. */
const late = rectifying().at('2026-04-20').by(actors.council);
const lateResult = advised().at('2026-04-20').does('SubmitResult', report()).by(actors.committee);
const due = { period: null, provisional: false, calendar: 'CN@2026-1', steps: [] };

const afterwards: readonly [string, Story, object][] = [
  ['nothing', late, { 'housing-bureau': 1 }],
  [
    'a return for rework',
    lateResult.does('ReturnResult', {
      ...{ reportNo: 'R1', itemIds: ['i1'], defects: ['no photos'], newDueDate: '2026-07-20' },
    }),
    { 'housing-bureau': 1 },
  ],
  [
    'a suspension',
    late.does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-06-01' }),
    { 'housing-bureau': 1 },
  ],
  [
    'a suspension that has ended',
    late
      .does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-06-01' })
      .at('2026-05-20')
      .does('Resume', { itemId: 'i1' }),
    { 'housing-bureau': 1 },
  ],
  [
    'an extension, as earlier releases granted it',
    late.told(
      {
        type: 'ExtensionRequested',
        data: { itemId: 'i1', requestedDue: '2026-07-20', reason: 'rain', requestedOn: '2026-04-20' },
      },
      {
        type: 'ExtensionGranted',
        data: { itemId: 'i1', newDue: { date: '2026-07-20', ...due }, decidedBy: 'council', count: 1 },
      },
    ),
    { 'housing-bureau': 1 },
  ],
  [
    'a reassignment',
    late.by(actors.office).does('Reassign', {
      ...{ itemId: 'i1', endedAssignmentId: 'a-lead', clockRule: 'restart', reason: 'competence moved' },
      assignment: { id: 'a-2', organ: 'transport-bureau', role: 'lead', scopeText: 'all' },
    }),
    { 'housing-bureau': 1, 'transport-bureau': 0 },
  ],
];

it.each(afterwards)('%s after the date takes no miss off the performance', async (_what, story, expected) => {
  expect(await missedBy(story, '2026-05-21')).toEqual(expected);
});

it('an extension that was asked for in time and granted leaves none', async () => {
  const granted = rectifying()
    .at('2026-03-30')
    .does('RequestExtension', { itemId: 'i1', requestedDue: '2026-05-06', reason: 'approval pending' })
    .at('2026-04-20')
    .by(actors.council)
    .does('DecideExtension', { itemId: 'i1', grant: true, reason: 'understood' });
  expect(await missedBy(granted, '2026-05-06')).toEqual({ 'housing-bureau': 0 });
  expect(await missedBy(granted, '2026-05-07')).toEqual({ 'housing-bureau': 1 });
});
