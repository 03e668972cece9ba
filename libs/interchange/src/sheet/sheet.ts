/**
 * One filled cell. `text` is what a person reads, cleaned; `date` is the plain date of a cell that the spreadsheet itself
 * holds as a date, whatever the machine's time zone (C37). An empty cell is `null`.
 */
export type Cell = { readonly text: string; readonly date: string | null };

export type SheetRow = {
  /** As a person counts rows in a spreadsheet program: the first one is 1. */
  readonly row: number;
  /** In the shape of the header: one place for each column. */
  readonly cells: readonly (Cell | null)[];
};

/** A file as read: what any format comes down to before a mapping gives it meaning. */
export type Sheet = {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  /** How its bytes became text, for people to check: `xlsx`, `utf-8`, `gb18030` … */
  readonly encoding: string;
};
