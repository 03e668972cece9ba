import type { Actor, Basis, Grounds, Message } from '@duban/kernel';
import type { KnownAuthority } from '../authority/known-authority.ts';
import type { BodyKind } from '../body/body-kind.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { OrganState } from '../organ/organ.state.ts';
import type { LinkedPersons } from '../two-persons/two-persons.ts';
import type { RuleSet } from '../ruleset/ruleset.ts';

/** Everything a decision needs besides the state: fetched first, passed in as data (no I/O in `decide`). */
export type CommandContext = Grounds & {
  readonly actor: Actor;
  /** The body in whose name the sender says to act: only under its mandate. */
  readonly onBehalfOf: string | null;
  readonly basis: Basis;
  /** Legal time of the act, ISO 8601 with offset. */
  readonly occurredAt: string;
  /** The date of `occurredAt` in Asia/Shanghai: what deadlines are judged by. */
  readonly occurredOn: string;
  /** Instant of the decision, UTC with milliseconds: nothing may be said to occur after it. */
  readonly decidedAt: string;
  /** Its date in Asia/Shanghai: what guards judge by that protect a period. */
  readonly decidedOn: string;
  readonly calendar: Calendar;
  /** Name of the rule set to pin at assignment, such as `cq-default@1`. */
  readonly currentRuleSet: string;
  /** Name of the rule set in force on the day of record, by which it goes who may; left out: the one to pin. */
  readonly ruleSetToday?: string;
  /** What the registers of bodies, meetings and mandates say of the ids that the command names; left out: nothing. */
  readonly known?: KnownAuthority;
  /** The kind of body that decided, or that gave the mandate; left out: the actor's own. */
  readonly decidedAs?: BodyKind;
  /** Every published rule set by name; a case keeps to the one it pinned. */
  readonly ruleSets: Readonly<Record<string, RuleSet>>;
  /** The register of organs, by id: only who stands there on the day may be given work. */
  readonly organs: Readonly<Record<string, OrganState>>;
  /** Ids that belong to one person, each with the id that stands for all; left out: every id is a person of its own. */
  readonly linkedPersons?: LinkedPersons;
  /** The started batch that this command is part of; null for every command that somebody sends. */
  readonly importBatch: string | null;
};

export type InContext<Type extends string, Data extends object> = Message<Type, Data> & {
  readonly context: CommandContext;
};
