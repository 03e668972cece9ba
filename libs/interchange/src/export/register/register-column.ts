import type { Language, Text } from '@duban/contracts';

export type RegisterValue = string | number | null;

/** A row of a read model, by its columns. */
export type RegisterRow = Readonly<Record<string, RegisterValue>>;

/** What a cell is made of: a date stays a date where the format has dates. */
export type RegisterCell = RegisterValue | { readonly date: string };

/** How identifiers of organs and people are called; absent: the identifier itself is shown. */
export type RegisterNames = (reference: string) => string | undefined;

export type RegisterColumn = {
  readonly key: string;
  readonly label: Text;
  /**
   * `code`: a word of a vocabulary, shown in the language. `names`: `|a|b|`, organs by name. `flag`: 1 or 0.
   */
  readonly kind: 'text' | 'whole' | 'date' | 'code' | 'names' | 'name' | 'flag';
  readonly texts?: Readonly<Record<string, Text>>;
};

export type RegisterWish = { readonly language: Language; readonly nameOf?: RegisterNames };

const SEPARATORS = { zh: '、', en: '; ' } as const;

const YES: Readonly<Record<Language, string>> = { zh: '是', en: 'yes' };

const words = (column: RegisterColumn, value: string, wish: RegisterWish): string => {
  const name = (reference: string): string => wish.nameOf?.(reference) ?? reference;
  switch (column.kind) {
    case 'code':
      return column.texts?.[value]?.[wish.language] ?? value;
    case 'name':
      return name(value);
    case 'names':
      return value
        .split('|')
        .filter((reference) => reference !== '')
        .map(name)
        .join(SEPARATORS[wish.language]);
    default:
      return value;
  }
};

/** One cell as people read it; nothing is null, never an empty text. */
export const cellOf = (column: RegisterColumn, row: RegisterRow, wish: RegisterWish): RegisterCell => {
  const value = row[column.key] ?? null;
  if (value === null || value === '') return null;
  if (column.kind === 'flag') return Number(value) === 1 ? YES[wish.language] : null;
  if (column.kind === 'whole') return Number(value);
  if (column.kind === 'date') return { date: String(value) };
  const text = words(column, String(value), wish);
  return text === '' ? null : text;
};
