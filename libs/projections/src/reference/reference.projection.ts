import { currentCalendar, type MeetingState } from '@duban/domain';
import type { StreamDocument } from '../fold/stream-document.ts';
import type { Projection, RowOf, TableSpec } from '../projection.ts';

const referenceTable = {
  name: 'reference',
  kind: 'appended',
  key: ['ordinal'],
  columns: { ordinal: 'integer', kind: 'text', id: 'text', recorded_ms: 'integer', body: 'text' },
  indexes: [['kind', 'id', 'recorded_ms']],
} as const satisfies TableSpec;

/** Who entered a meeting is in its event, and no fact of the meeting. */
const meetingFacts = (state: MeetingState): object | null => {
  if (state.status === 'unrecorded') return null;
  const { recorder: _recorder, ...facts } = state;
  return facts;
};

/** What a register says now: a calendar's years, a rule set's versions, an organ with its names, a body with its sizes. */
const bodyOf = (document: StreamDocument): object | null => {
  switch (document.category) {
    case 'calendar':
      return currentCalendar(document.state) ?? null;
    case 'ruleset':
    case 'organ':
    case 'body':
    case 'mandate':
      return document.state;
    case 'meeting':
      return meetingFacts(document.state);
    case 'case':
    case 'posts':
    case 'erasure':
    case 'import':
    case 'other':
      return null;
  }
};

/** What lights, names and decisions rest on, each value from the moment it was recorded; the last one is current. */
export const referenceProjection: Projection = {
  name: 'reference',
  version: 2,
  tables: [referenceTable],
  project: ({ entry, after }) => {
    const body = bodyOf(after);
    if (body === null) return [];
    const row: RowOf<typeof referenceTable> = {
      ordinal: entry.ordinal,
      kind: after.category,
      id: after.id,
      recorded_ms: entry.recordedMs,
      body: JSON.stringify(body),
    };
    return [{ op: 'put', table: referenceTable.name, row }];
  },
};
