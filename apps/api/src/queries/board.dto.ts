import { BOARD_FLAGS } from '@duban/contracts';
import { dispositionTexts, stageTexts, supervisionFormTexts } from '@duban/domain/texts';
import {
  ChoiceField,
  ChoicesField,
  CursorField,
  DateField,
  FlagField,
  ListField,
  TextField,
  WholeField,
} from '@duban/nest';
import type { BoardFlag, BoardItem, BoardSort, CountBy } from '@duban/read-store';
import { LARGEST_PAGE, MomentDto } from './moment.dto.ts';

const SORTS = ['due', 'newest', 'oldest'] as const satisfies BoardSort[];
const GROUPS = [
  'stage',
  'light',
  'organ',
  'form',
  'topic',
  'disposition',
  'registerStatus',
  'category',
  'imported',
  'batch',
] as const satisfies CountBy[];

/** Filters of the board; values of a list are alternatives, filters together narrow. */
export class BoardFilterDto extends MomentDto {
  @ChoicesField(Object.keys(stageTexts), 'Stages, comma-separated')
  readonly stage?: BoardItem['stage'][];

  @ListField('Colours of the light rules, comma-separated; `grey` where no clock runs')
  readonly light?: string[];

  @TextField('Lead, separate or co-organ of the present cycle; the register’s organ of an imported item')
  readonly organ?: string;

  @TextField('Lead or separate organ')
  readonly leadOrgan?: string;

  @TextField('Legal addressee')
  readonly addressee?: string;

  @TextField('Topic')
  readonly topic?: string;

  @ChoicesField(Object.keys(supervisionFormTexts), 'Supervision forms, comma-separated')
  readonly form?: BoardItem['form'][];

  @ChoicesField(Object.keys(dispositionTexts), 'Dispositions, comma-separated')
  readonly disposition?: NonNullable<BoardItem['disposition']>[];

  @ListField('Status words of an imported register, comma-separated')
  readonly registerStatus?: string[];

  @TextField('Category')
  readonly category?: string;

  @TextField('One case')
  readonly caseId?: string;

  @TextField('One import')
  readonly batchId?: string;

  @DateField('Due on or after')
  readonly dueFrom?: string;

  @DateField('Due on or before')
  readonly dueTo?: string;

  @TextField('Part of a title, number or source document')
  readonly text?: string;

  @FlagField('Imported, not observed')
  readonly imported?: boolean;

  @FlagField('Closed, merged or withdrawn')
  readonly ended?: boolean;

  @FlagField('A clock runs')
  readonly running?: boolean;

  @ChoiceField(BOARD_FLAGS, 'What an item is marked with')
  readonly flag?: BoardFlag;
}

export class BoardDto extends BoardFilterDto {
  @ChoiceField(SORTS, 'Order; by due date unless said')
  readonly sort?: BoardSort;

  @WholeField('Items per page; 50 by default', 1, LARGEST_PAGE)
  readonly limit?: number;

  @CursorField()
  readonly cursor?: string;
}

export class CountsDto extends BoardFilterDto {
  @ChoiceField(GROUPS, 'What to count by; stage unless said')
  readonly groupBy?: CountBy;
}
