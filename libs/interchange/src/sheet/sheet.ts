/**
 * One filled cell. `text` is what a person reads, cleaned; `date` is the plain date of a cell that the spreadsheet itself
 * holds as a date, whatever the machine's time zone (C37). An empty cell is `null`.
 */
export type Cell = { readonly text: string; readonly date: string | null };

/** What makes a cell another thing than it seems, with what stands there. */
export type CellDoubt = {
  /**
   * `error`: a formula came to nothing (#N/A); the cell is read as empty. `unreadable`: the file does not say what a person would
   * read there. `zero-date`: a date of nothing, as formulas make of empty cells. `merged-down`: the value of the cell above, over which
   * this one is merged. `merged-across`: lies under the cell to its left, and is read as empty.
   */
  readonly kind: 'error' | 'unreadable' | 'zero-date' | 'merged-down' | 'merged-across';
  /** Its place in the row, from 0. */
  readonly at: number;
  readonly found: string;
};

export type SheetRow = {
  /** As a person counts rows in a spreadsheet program: the first one is 1. */
  readonly row: number;
  /** In the shape of the header: one place for each column. */
  readonly cells: readonly (Cell | null)[];
  readonly doubts: readonly CellDoubt[];
  /** Whether the program shows the row: filters hide rows as well. */
  readonly hidden: boolean;
};

/** The year from which days are counted: a workbook says it once, for all its dates. */
export type DateSystem = 1900 | 1904;

/** A file as read: what any format comes down to before a mapping gives it meaning. */
export type Sheet = {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  /** How its bytes became text, for people to check: `xlsx`, `utf-8`, `gb18030` … */
  readonly encoding: string;
  /** By which plain numbers count days where they are meant as dates. */
  readonly dateSystem: DateSystem;
  /** The sheet of a workbook that was read; null for a text file. */
  readonly name: string | null;
  /** Sheets of the workbook that its program does not show. */
  readonly hiddenSheets: readonly string[];
};
