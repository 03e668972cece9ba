import type { BoardFilter, BoardRow, BoardSort, CountBy, Light } from '@duban/contracts';
import type { TimeAxis } from '@duban/kernel';
import type { Language } from '@duban/projections';

export type {
  BoardFilter,
  BoardFlag,
  BoardItem,
  BoardSort,
  BoardSummary,
  CountBy,
  Counts,
  Light,
} from '@duban/contracts';

/** A past moment: an instant, ISO 8601 with offset. Absent means now. */
export type Moment = { readonly asOf?: string; readonly by?: TimeAxis };

/** Ids of cases that are not there for the asker: nothing of them is listed, found or counted. */
export type Without = { readonly without?: readonly string[] };

/** `today` is a date in Asia/Shanghai and decides the lights; for a past moment it is the date of that moment. */
export type BoardScope = BoardFilter &
  Moment &
  Without & { readonly today: string; readonly language?: Language };

export type BoardQuery = BoardScope & {
  readonly sort?: BoardSort;
  /** 1 to 500, default 50. */
  readonly limit?: number;
  /** `next` of the page before; made for the same sort. */
  readonly cursor?: string;
};

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** An item by the columns of the board, with the light of the day: a line of the exported register. */
export type LitRow = BoardRow & { readonly light: Light['color'] };

export type CountsQuery = BoardScope & { readonly groupBy: CountBy };
