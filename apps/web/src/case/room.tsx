import type { ReactNode } from 'react';

/** A part of a round under its heading; `note` says whose word it is. */
export const Room = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) => (
  <section className="room">
    <h3>
      {title}
      {note !== undefined && <small>{note}</small>}
    </h3>
    {children}
  </section>
);

export type Column<Row> = { readonly title: string; readonly cell: (row: Row) => ReactNode };

/** A plain table: short ones need neither paging nor sorting, and this one reads well aloud. */
export const Rows = <Row,>({
  rows,
  columns,
  caption,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly caption: string;
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard, too
  <section className="rows" tabIndex={0} aria-label={caption}>
    <table>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ title, cell }) => (
              <td key={title}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
