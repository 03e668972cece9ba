/** What a record says of one field of the board. Plain data: pages read the same records as the server. */
import type { Disposition, ItemStage, OpenedCase, SupervisionForm } from '@duban/domain';
import type { Text } from '@duban/domain/texts';
import type { BoardFlag } from './board-flags.ts';

/**
 * What a value is. `key`: a number of the read model's own. `code`: a word of a closed vocabulary. `name`: an organ or person by
 * id; `names`: several, stored as `|a|b|`. `flag`: stored as 1 or 0. `made`: not stored; made when the question is answered.
 */
type Kind = 'key' | 'text' | 'whole' | 'date' | 'code' | 'name' | 'names' | 'flag' | 'made';

/** The closed vocabularies of answers (`answers/vocabularies.ts`) that fields of the board are words of. */
type Vocabularies = {
  readonly CaseStatus: OpenedCase['status'];
  readonly Disposition: Disposition;
  readonly ItemStage: ItemStage;
  readonly SupervisionForm: SupervisionForm;
};
export type BoardVocabulary = keyof Vocabularies;
export type BoardWord<Name extends BoardVocabulary> = Vocabularies[Name];

/**
 * How a filter narrows.
 * - `one`: the value is this one; `list`: it is among these; `holds`: these names hold this one, in any of the columns;
 * - `is`: the flag is set, or not; `known`: there is a value, or none;
 * - `from`, `to`: dates, inclusive, by the first of the columns that has one;
 * - `words`: every word occurs in one of the columns; `marked`: what the item is marked with.
 */
type Take = 'one' | 'list' | 'holds' | 'is' | 'known' | 'from' | 'to' | 'words' | 'marked';

export type BoardFilterRecord = {
  readonly take: Take;
  /** Where it comes in the list of parameters; without one after all that have one. */
  readonly place?: number;
  /** For the API’s documents. */
  readonly about: string;
  /** Absent: the field’s own. */
  readonly label?: Text;
  /** Columns that it looks at; absent: the field’s own. */
  readonly in?: readonly string[];
  /** `marked`: the words to choose from. */
  readonly choices?: readonly BoardFlag[];
};

export type BoardFacetRecord = {
  readonly name: string;
  /** As for filters. */
  readonly place?: number;
  /** The filter that a click on one of its values sets. */
  readonly sets: string;
  /** Its place among the facets of the page; absent: counted over the API only. */
  readonly panel?: number;
  readonly label?: Text;
  /** The order in which people think of the values; else the most frequent first. */
  readonly order?: readonly string[];
};

export type BoardField = {
  readonly kind: Kind;
  /** A value may be missing. */
  readonly orNull?: true;
  readonly vocabulary?: BoardVocabulary;
  /** What codes are called; those of an open vocabulary that have no text are shown as they are. */
  readonly texts?: Readonly<Record<string, Text>>;
  /** Absent where people never see the field by itself. */
  readonly label?: Text;
  /** Its name in an answer; `part` where an answer has it inside something that is put together by hand. */
  readonly answer?: { readonly as: string; readonly about?: string } | { readonly part: string };
  readonly filters?: Readonly<Record<string, BoardFilterRecord>>;
  readonly facet?: BoardFacetRecord;
  /** Orders of the list by this column; what has no value comes last. */
  readonly sorts?: Readonly<Record<string, 'ascending' | 'descending'>>;
  /** A column of the exported register; `place` as for filters. */
  readonly register?: { readonly place?: number };
  /** A column of its own in the page’s table, in pixels; most fields stand in a cell that is drawn by hand. */
  readonly table?: { readonly width: number };
};
