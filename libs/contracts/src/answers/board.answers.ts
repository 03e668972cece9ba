/** Answers about the board. Their fields and filters are those of the records in `board/`; only what is put together stands here. */
import { Type, type TSchema } from '@sinclair/typebox';
import type { BoardVocabulary } from '../board/board-field.ts';
import { boardEntries, type BoardEntry } from '../board/board-fields.ts';
import { boardFilters, type BoardFilter, type BoardFilterEntry } from '../board/board-filters.ts';
import type { BoardPart, PlainBoardItem } from '../board/board-row.ts';
import {
  answer,
  date,
  flag,
  instant,
  list,
  optional,
  orNull,
  pageOf,
  text,
  whole,
  type Answer,
} from './parts.ts';
import {
  boardFlags,
  caseStatuses,
  dispositions,
  figureKeys,
  forms,
  lightColors,
  stages,
} from './vocabularies.ts';

const vocabularies: Readonly<Record<BoardVocabulary, TSchema>> = {
  CaseStatus: caseStatuses,
  Disposition: dispositions,
  ItemStage: stages,
  SupervisionForm: forms,
};

/** The rule that holds, or `closed`, `no-due-date`, `waits-for-decision`, `no-light-rule`. */
const light = answer('Light', {
  color: lightColors,
  ruleId: text('The rule that holds, or `closed`, `no-due-date`, `waits-for-decision`, `no-light-rule`'),
  workingDaysLeft: orNull(whole('Negative when overdue; null where no clock runs')),
});

const parts = {
  source: answer('BoardSource', { title: text(), documentNo: text(), date: orNull(date()) }),
  due: orNull(answer('BoardDue', { date: date(), provisional: flag() })),
  changed: answer('BoardChanged', { recordedAt: instant(), occurredAt: instant() }),
  light,
  flags: list(boardFlags),
  labels: answer(
    'BoardLabels',
    { stage: text(), disposition: orNull(text()), form: text(), light: text() },
    'In the language of Accept-Language',
  ),
} satisfies Readonly<Record<BoardPart, TSchema>>;

const wordsOf = ({ vocabulary }: BoardEntry): TSchema =>
  vocabulary === undefined ? text() : vocabularies[vocabulary];

const valueOf = (field: BoardEntry, about?: string): TSchema => {
  switch (field.kind) {
    case 'key':
    case 'whole':
      return whole(about);
    case 'flag':
      return flag(about);
    case 'date':
      return date(about);
    case 'names':
      return list(text(), about);
    case 'code':
      return wordsOf(field);
    case 'text':
    case 'name':
    case 'made':
      return text(about);
  }
};

const propertyOf = (field: BoardEntry): readonly (readonly [string, TSchema])[] => {
  if (field.answer === undefined) return [];
  if ('part' in field.answer) return [[field.answer.part, parts[field.answer.part as BoardPart]]];
  const value = valueOf(field, field.answer.about);
  return [[field.answer.as, field.orNull === true ? orNull(value) : value]];
};

export type Light = Answer<typeof light>;

export type BoardItem = PlainBoardItem & {
  readonly [Part in BoardPart]: Answer<(typeof parts)[Part]>;
};

const boardItem = Type.Unsafe<BoardItem>(
  answer('BoardItem', Object.fromEntries(boardEntries.flatMap(propertyOf))),
);

export const boardPage = pageOf('BoardPage', boardItem);

export const counts = answer(
  'Counts',
  {
    total: whole(),
    groups: list(answer('CountGroup', { key: orNull(text('Null where the item has none')), count: whole() })),
  },
  'An item of two leads counts in both groups and once in `total`',
);

const filterOf = ({ take, about, field }: BoardFilterEntry): TSchema => {
  switch (take) {
    case 'list':
      return list(wordsOf(field), about);
    case 'is':
    case 'known':
      return flag(about);
    case 'from':
    case 'to':
      return date(about);
    case 'marked':
      return boardFlags;
    case 'one':
    case 'holds':
    case 'words':
      return text(about);
  }
};

const boardFilter = Type.Unsafe<BoardFilter>(
  answer(
    'BoardFilter',
    Object.fromEntries(boardFilters.map((filter) => [filter.name, optional(filterOf(filter))])),
    'Every value is a code, never a label; values inside one list are alternatives',
  ),
);

export const boardSummary = answer('BoardSummary', {
  total: whole(),
  figures: list(
    answer(
      'BoardFigure',
      { key: figureKeys, filter: boardFilter, count: whole() },
      '`filter` is the link behind the number: the number is counted by it, so that it equals the list',
    ),
  ),
});

export type BoardPage = Answer<typeof boardPage>;
export type Counts = Answer<typeof counts>;
export type BoardSummary = Answer<typeof boardSummary>;
