import type { BoardFilter, BoardRow, BoardSort, CountBy, Light } from '@duban/contracts';
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

/**
 * On which time axis a past moment is meant: `recorded` is what the log knew then, `occurred` is what had legally
 * happened by then as far as it is known today (field-lessons.md B3 items 1 and 7).
 */
export type Axis = 'recorded' | 'occurred';

/** A past moment: an instant, ISO 8601 with offset. Absent means now. */
export type Moment = { readonly asOf?: string; readonly by?: Axis };

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
