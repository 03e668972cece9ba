import type { Clock } from '@duban/kernel';
import type { CaseCommandType } from '@duban/domain';
import type { CaseCommands } from '../case/case-commands.ts';
import { legalDateOf } from '../command/legal-time.ts';
import { SYSTEM_ACTOR } from '../reference/reference-commands.ts';
import type { ReferenceSource } from '../reference/reference-data.ts';

/** Which cases the clock has to look at: those with an open item that has a due date. Read model's affair. */
export type OpenCases = { readonly openCaseIds: () => AsyncIterable<string> | Iterable<string> };

export type DeadlinePorts = {
  readonly cases: CaseCommands;
  readonly open: OpenCases;
  readonly reference: ReferenceSource;
  readonly clock: Clock;
};

/** What one round did; `refused` are cases whose rules said no, which a healthy system never has. */
export type DeadlineRound = {
  readonly date: string;
  readonly looked: number;
  readonly noted: number;
  readonly recomputed: number;
  readonly refused: readonly string[];
};

type Tally = { looked: number; noted: number; recomputed: number; readonly refused: string[] };

/**
 * One round of the clock over all open cases: rungs of the ladder that were reached are noted, and due dates that
 * rest on an older calendar are counted anew. Command ids are made of case, day and calendar, so that a round which
 * died half-way, or runs twice, or in two processes, writes each fact once (E47).
 */
export const deadlineRound = async (ports: DeadlinePorts): Promise<DeadlineRound> => {
  const date = legalDateOf(ports.clock.now());
  const { calendar } = await ports.reference.current();
  const tally: Tally = { looked: 0, noted: 0, recomputed: 0, refused: [] };
  const send = async (caseId: string, type: CaseCommandType, key: string): Promise<number> => {
    const commandId = `clock:${type}:${caseId}:${key}`;
    const outcome = await ports.cases(caseId, { type, data: {}, commandId, actor: SYSTEM_ACTOR });
    if (outcome.outcome === 'rejected') tally.refused.push(`${caseId}: ${outcome.rejected}`);
    return outcome.outcome === 'accepted' && !outcome.replayed ? outcome.events.length : 0;
  };
  for await (const caseId of ports.open.openCaseIds()) {
    tally.looked += 1;
    tally.recomputed += await send(caseId, 'RecomputeDueDates', calendar.version);
    tally.noted += await send(caseId, 'NoteDeadlines', date);
  }
  return { date, ...tally };
};
