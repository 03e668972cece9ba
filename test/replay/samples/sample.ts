/** What the golden streams are written from. Only `write-golden.ts` uses it: tests read the files it once wrote. */
import { createHash } from 'node:crypto';
import type { DubanEvent } from '@duban/contracts';
import { cnCalendar, dueDate, fixedDueDate, type DueDate, type LegalPeriod } from '@duban/domain';
import type { Actor, Grounds } from '@duban/kernel';

/** One event of a sample: the legal time, who acted, what happened, and on which ground where it says one. */
export type Step = readonly [at: string, by: Actor, event: DubanEvent, grounds?: Grounds];

export type SampleStream = { readonly stream: string; readonly steps: readonly Step[] };

const actor = (id: string, role: string, organ: string): Actor => ({ id: `person:${id}`, role, organ });

export const office = actor('so-1', 'supervision-office', 'cq-npcsc-so');
export const committee = actor('wb-1', 'working-body', 'cq-npcsc-urban');
export const council = actor('cc-1', 'chairpersons-council', 'cq-npcsc-cc');
export const government = actor('go-1', 'government-office', 'cq-gov-office');
export const housing = actor('hb-1', 'organ-lead', 'cq-housing');
export const data = actor('db-1', 'organ-co', 'cq-data');
export const deputy = actor('dp-1', 'deputy', 'cq-npc');
export const guard = actor('sa-1', 'security-admin', 'cq-npcsc-so');
export const clock: Actor = { id: 'system', role: 'system', organ: 'duban' };

export const at = (date: string, time = '09:00:00'): string => `${date}T${time}+08:00`;

export const due = (start: string, n: number, unit: LegalPeriod['unit']): DueDate =>
  dueDate({ start, period: { n, unit }, calendar: cnCalendar });

export const fixed = (date: string): DueDate => fixedDueDate({ date, calendar: cnCalendar });

export const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The id of the n-th event of a stream: shaped like a UUIDv5, the same in every run. */
export const eventIdOf = (stream: string, revision: number): string => {
  const hex = createHash('sha1')
    .update(`${stream}/${String(revision)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
