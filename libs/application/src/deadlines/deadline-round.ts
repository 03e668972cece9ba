import type { Clock } from '@duban/kernel';
import type { CaseCommands } from '../case/case-commands.ts';
import { legalDateOf } from '../command/legal-time.ts';
import type { ThreadShare } from '../jobs/thread-share.ts';
import { SYSTEM_ACTOR } from '../reference/reference-commands.ts';
import type { ReferenceSource } from '../reference/reference-data.ts';
import type { ClockIndex } from './clock-index.port.ts';
import { casesDue, casesToRecount } from './due-now.ts';

export type DeadlinePorts = {
  readonly cases: CaseCommands;
  readonly index: ClockIndex;
  readonly reference: ReferenceSource;
  readonly clock: Clock;
  /** Awaited between two cases. */
  readonly breathe: ThreadShare;
  /** The round ends before its next case. */
  readonly signal: AbortSignal;
  /** Cases that were counted anew before, with the calendar: what did not move then does not move now. */
  readonly recounted: Map<string, string>;
};

/** What the clock sends: rungs of the ladder that were reached, and due dates that rest on an older calendar. */
export const clockCommands = { note: 'NoteDeadlines', recount: 'RecomputeDueDates' } as const;

type ClockCommand = (typeof clockCommands)[keyof typeof clockCommands];

/** Made of case and day or calendar: a round that dies half-way, or runs twice, or in two processes, writes each fact once. */
export const clockCommandId = (type: ClockCommand, caseId: string, key: string): string =>
  `clock:${type}:${caseId}:${key}`;

/** What one round did; `refused` are cases whose rules said no, which a healthy system never has. */
export type DeadlineRound = {
  readonly date: string;
  readonly looked: number;
  readonly noted: number;
  readonly recomputed: number;
  readonly refused: readonly string[];
  /** False: it was ended before it had looked at all. */
  readonly whole: boolean;
};

class Round {
  readonly #ports: DeadlinePorts;
  readonly #date: string;
  readonly #looked = new Set<string>();
  readonly #noted = new Set<string>();
  readonly #refused: string[] = [];
  #events = { noted: 0, recomputed: 0 };

  constructor(ports: DeadlinePorts) {
    this.#ports = ports;
    this.#date = legalDateOf(ports.clock.now());
  }

  async run(): Promise<DeadlineRound> {
    const reference = await this.#ports.reference.current();
    const { index } = this.#ports;
    const { version } = reference.calendar;
    const whole =
      (await this.#each(casesToRecount(index, reference), (caseId) => this.#recount(caseId, version))) &&
      (await this.#each(casesDue(index, reference, this.#date), (caseId) => this.#note(caseId))) &&
      (await this.#each(index.unsureCases(), async (caseId) => {
        await this.#recount(caseId, version);
        await this.#note(caseId);
      }));
    return {
      ...{ date: this.#date, looked: this.#looked.size, ...this.#events },
      ...{ refused: this.#refused, whole },
    };
  }

  /** False: it was ended on the way. */
  async #each(caseIds: Iterable<string>, look: (caseId: string) => Promise<void>): Promise<boolean> {
    const { breathe, signal } = this.#ports;
    for (const caseId of caseIds) {
      await breathe();
      if (signal.aborted) return false;
      await look(caseId);
    }
    return true;
  }

  /** A date that moved may be due today by its new place, of which the index does not know yet. */
  async #recount(caseId: string, calendar: string): Promise<void> {
    const { recounted } = this.#ports;
    if (recounted.get(caseId) === calendar) return;
    const moved = await this.#send(caseId, clockCommands.recount, calendar);
    recounted.set(caseId, calendar);
    this.#events.recomputed += moved;
    if (moved > 0) await this.#note(caseId);
  }

  async #note(caseId: string): Promise<void> {
    if (this.#noted.has(caseId)) return;
    this.#noted.add(caseId);
    this.#events.noted += await this.#send(caseId, clockCommands.note, this.#date);
  }

  async #send(caseId: string, type: ClockCommand, key: string): Promise<number> {
    this.#looked.add(caseId);
    const commandId = clockCommandId(type, caseId, key);
    const outcome = await this.#ports.cases(caseId, { type, data: {}, commandId, actor: SYSTEM_ACTOR });
    if (outcome.outcome === 'rejected') this.#refused.push(`${caseId}: ${outcome.rejected}`);
    return outcome.outcome === 'accepted' && !outcome.replayed ? outcome.events.length : 0;
  }
}

/**
 * One round of the clock over the cases that are due: rungs of the ladder that were reached are noted, and due dates
 * that rest on an older calendar are counted anew. What a case needs is decided on the log, so an index that lags can
 * delay a note and never make a wrong one. Command ids are made of case, day and calendar, so that a round which died
 * half-way, or runs twice, or in two processes, writes each fact once (E47).
 */
export const deadlineRound = (ports: DeadlinePorts): Promise<DeadlineRound> => new Round(ports).run();
