export interface Row {
  readonly ours: readonly string[];
  readonly npm: readonly string[];
  readonly node: readonly string[] | 'any';
}

export const table: Readonly<Record<string, Row>>;
export const specExtras: Row;
