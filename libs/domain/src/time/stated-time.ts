import { rejected, type Actor, type Basis, type Rejected } from '@duban/kernel';
import { calendarDaysBetween } from '../calendar/iso-date.ts';

/** How many days back the Congress's side may say that something occurred; what is older needs a decision. */
const BACK_DATING_DAYS = 30;

/** Founding of the People's Republic: no fact of this field is older. */
const EARLIEST = Temporal.Instant.from('1949-10-01T00:00:00+08:00');

/** The Congress's side. Organs under supervision and deputies state no time: their acts occur when they are recorded. */
const MAY_STATE: readonly string[] = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
];

export type TimeRejection =
  | 'command.in-future'
  | 'command.too-early'
  | 'command.time-not-yours'
  | 'command.too-far-back'
  | 'command.time-without-document';

export type StatedTime = {
  readonly actor: Actor;
  readonly basis: Basis;
  /** Legal time of the act, ISO 8601 with offset; the same instant as `decidedAt` where nobody states one. */
  readonly occurredAt: string;
  /** The date of `occurredAt` in Asia/Shanghai. */
  readonly occurredOn: string;
  /** Instant of the decision, UTC. */
  readonly decidedAt: string;
  /** Its date in Asia/Shanghai. */
  readonly decidedOn: string;
};

/**
 * Why this time cannot be stated; null when it can, or when nobody states one. Instants are compared, never their texts:
 * the year 10000 sorts before 2026. The document that is named bears the stated date.
 */
export const refuseStatedTime = ({
  actor,
  basis,
  occurredAt,
  occurredOn,
  decidedAt,
  decidedOn,
}: StatedTime): Rejected<TimeRejection> | null => {
  const stated = Temporal.Instant.from(occurredAt);
  const order = Temporal.Instant.compare(stated, Temporal.Instant.from(decidedAt));
  if (order === 0) return null;
  if (order > 0) return rejected('command.in-future', { occurredAt, now: decidedAt });
  if (Temporal.Instant.compare(stated, EARLIEST) < 0) return rejected('command.too-early', { occurredAt });
  if (!MAY_STATE.includes(actor.role)) return rejected('command.time-not-yours', { role: actor.role });
  if (calendarDaysBetween(occurredOn, decidedOn) > BACK_DATING_DAYS) {
    return rejected('command.too-far-back', { occurredOn, today: decidedOn, days: BACK_DATING_DAYS });
  }
  return (basis.documentNo ?? '').trim() === ''
    ? rejected('command.time-without-document', { occurredOn })
    : null;
};
