import type { BoardVocabulary, BoardWord } from './board-field.ts';
import type { BoardColumn, BoardFieldOf } from './board-fields.ts';

type OrNull<Field, Value> = Field extends { readonly orNull: true } ? Value | null : Value;

/** `|a|b|` for names, 1 or 0 for flags. */
type Stored<Field> = OrNull<
  Field,
  Field extends { readonly kind: 'key' | 'whole' }
    ? number
    : Field extends { readonly kind: 'flag' }
      ? 0 | 1
      : Field extends { readonly vocabulary: infer Name extends BoardVocabulary }
        ? BoardWord<Name>
        : string
>;

type StoredColumn = {
  [Column in BoardColumn]: BoardFieldOf<Column> extends { readonly kind: 'made' } ? never : Column;
}[BoardColumn];

/** What the read model keeps of an item, by column. */
export type BoardRow = { readonly [Column in StoredColumn]: Stored<BoardFieldOf<Column>> };

type Told<Field> = OrNull<
  Field,
  Field extends { readonly kind: 'key' | 'whole' }
    ? number
    : Field extends { readonly kind: 'flag' }
      ? boolean
      : Field extends { readonly kind: 'names' }
        ? readonly string[]
        : Field extends { readonly vocabulary: infer Name extends BoardVocabulary }
          ? BoardWord<Name>
          : string
>;

type AnswerName<Column extends BoardColumn> =
  BoardFieldOf<Column> extends { readonly answer: { readonly as: infer Name extends string } } ? Name : never;

/** The fields that an answer has as they are; the others are part of something (`BoardPart`). */
export type PlainBoardItem = {
  readonly [Column in BoardColumn as AnswerName<Column>]: Told<BoardFieldOf<Column>>;
};

/** What an answer has that is made of several columns, or of the question. */
export type BoardPart = {
  [Column in BoardColumn]: BoardFieldOf<Column> extends {
    readonly answer: { readonly part: infer Name extends string };
  }
    ? Name
    : never;
}[BoardColumn];

type Sorts<Field> = Field extends { readonly sorts: infer All } ? keyof All & string : never;
export type BoardSort = { [Column in BoardColumn]: Sorts<BoardFieldOf<Column>> }[BoardColumn];

type Facet<Field> = Field extends { readonly facet: { readonly name: infer Name extends string } }
  ? Name
  : never;
export type CountBy = { [Column in BoardColumn]: Facet<BoardFieldOf<Column>> }[BoardColumn];
