import type { Audience } from '@duban/contracts';
import type { CaseState, JsonObject, Language } from '@duban/projections';
import type { Moment } from './board.query.ts';

export type CaseQuery = Moment & {
  /** State right after this revision; wins over `asOf`. */
  readonly version?: number;
};

/** A case as its events make it: the fold of its stream, whole. */
export type CaseView = {
  readonly caseId: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly state: Exclude<CaseState, { readonly status: 'unopened' }>;
};

export type EventsQuery = Moment & {
  /** Who looks; the least is shown where nobody says. */
  readonly audience?: Audience;
  readonly itemId?: string;
  readonly language?: Language;
  readonly limit?: number;
  readonly cursor?: string;
};

/** One line of a case's timeline or of the audit trail. */
export type EventView = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly itemIds: readonly string[];
  /** The event as a sentence in the reader's language. */
  readonly sentence: string;
  readonly actor: { readonly id: string; readonly role: string; readonly organ: string };
  readonly onBehalfOf: string | null;
  readonly basis: { readonly documentNo?: string; readonly meeting?: string; readonly article?: string };
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Calendar days between the two; a back-dated act is listable. */
  readonly recordedLateDays: number;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly ruleSet: string | null;
  readonly calendar: string | null;
  /** As stored, before any upcaster. */
  readonly data: JsonObject;
};
