import type { Actor, Basis, Clock } from '@duban/kernel';

export type FixedContext = {
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly basis: Basis;
  readonly occurredAt: string;
  readonly occurredOn: string;
  readonly decidedAt: string;
  readonly decidedOn: string;
  readonly importBatch: null;
};

export const officer: Actor = { id: 'person:officer', role: 'supervision-office', organ: 'npcsc-office' };

/** The part of a command's context that is no rule set or calendar: nine o'clock in Shanghai, recorded the same day. */
export const contextOn = (date: string, actor: Actor = officer): FixedContext => ({
  actor,
  onBehalfOf: null,
  basis: {},
  occurredAt: `${date}T09:00:00+08:00`,
  occurredOn: date,
  decidedAt: `${date}T01:00:00.000Z`,
  decidedOn: date,
  importBatch: null,
});

/** A clock that stands still at nine o'clock in Shanghai. */
export const clockOn = (date: string): Clock => {
  const instant = Date.parse(`${date}T09:00:00+08:00`);
  return { now: () => instant };
};
