import type { Audience } from '@duban/contracts';
import type { Language } from '@duban/projections';
import type { Moment } from './board.query.ts';

export type { CaseView, EventView } from '@duban/contracts';

export type CaseQuery = Moment & {
  /** State right after this revision; wins over `asOf`. */
  readonly version?: number;
};

export type EventsQuery = Moment & {
  /** Who looks; the least is shown where nobody says. */
  readonly audience?: Audience;
  readonly itemId?: string;
  readonly language?: Language;
  readonly limit?: number;
  readonly cursor?: string;
};
