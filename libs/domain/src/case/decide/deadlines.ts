import type { DecisionsOf } from '../case.decisions.ts';

export const deadlineDecisions: DecisionsOf<'NoteDeadlines' | 'RecomputeDueDates'> = {
  NoteDeadlines: () => [],
  RecomputeDueDates: () => [],
};
