import {
  cnCalendar,
  cqDefault1,
  ruleSetName,
  type BodyState,
  type Calendar,
  type MandateState,
  type MeetingState,
  type OrganState,
  type RuleSet,
  type RuleSetState,
} from '@duban/projections';
import type { At } from './moment.ts';
import { sql, textOf, type Connection } from './sql.ts';

/** What each kind of reference is: an organ with its names, a rule set with its versions, a calendar with its years, a body with its sizes. */
export type ReferenceBodies = {
  readonly organ: Exclude<OrganState, { readonly status: 'unregistered' }>;
  readonly ruleset: Exclude<RuleSetState, { readonly status: 'unpublished' }>;
  readonly calendar: Calendar;
  readonly body: Exclude<BodyState, { readonly status: 'unregistered' }>;
  readonly meeting: Omit<Exclude<MeetingState, { readonly status: 'unrecorded' }>, 'recorder'>;
  readonly mandate: Exclude<MandateState, { readonly status: 'ungiven' }>;
};

/** The last value of each stream of a kind, recorded by then. */
export const referenceBodies = <Kind extends keyof ReferenceBodies>(
  connection: Connection,
  kind: Kind,
  at: At | null,
): readonly ReferenceBodies[Kind][] =>
  connection
    .rows(
      sql(
        `SELECT body FROM reference WHERE ordinal IN (
           SELECT max(ordinal) FROM reference WHERE kind = ? AND recorded_ms <= ? GROUP BY id) ORDER BY id`,
        kind,
        at?.by === 'recorded' ? at.ms : Number.MAX_SAFE_INTEGER,
      ),
    )
    .map((row) => JSON.parse(textOf(row, 'body')) as ReferenceBodies[Kind]);

export type LightGround = {
  readonly calendar: Calendar;
  /** By name; the first one is for items that pinned none. */
  readonly ruleSets: readonly { readonly name: string; readonly rules: RuleSet }[];
};

/** What lights rest on at a moment: the published calendar and rule sets, before any publication the built-in ones. */
export const lightGround = (connection: Connection, at: At | null): LightGround => {
  const [calendar] = referenceBodies(connection, 'calendar', at);
  const rules = referenceBodies(connection, 'ruleset', at).flatMap(({ versions }) =>
    versions.map((version) => version.rules),
  );
  const builtIn = rules.some((known) => ruleSetName(known) === ruleSetName(cqDefault1)) ? [] : [cqDefault1];
  return {
    calendar: calendar ?? cnCalendar,
    ruleSets: [...rules.toReversed(), ...builtIn].map((known) => ({
      name: ruleSetName(known),
      rules: known,
    })),
  };
};
