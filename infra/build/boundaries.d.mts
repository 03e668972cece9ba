export interface Row {
  readonly ours: readonly string[];
  readonly entries?: readonly { readonly folder: string; readonly name: string }[];
  readonly npm: readonly string[];
  readonly node: readonly string[] | 'any';
}

export const table: Readonly<Record<string, Row>>;
export const specExtras: Row;
