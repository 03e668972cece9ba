import { boardFacets, boardOrders } from '@duban/contracts';
import { ChoiceField, CursorField, WholeField } from '@duban/nest';
import type { BoardSort, CountBy } from '@duban/read-store';
import { withBoardFilters } from './board-fields.dto.ts';
import { LARGEST_PAGE, MomentDto } from '../http/moment.dto.ts';

const SORTS = boardOrders.map(({ name }) => name);
const GROUPS = boardFacets.map(({ name }) => name);

/** Filters of the board; values of a list are alternatives, filters together narrow. */
export class BoardFilterDto extends withBoardFilters(MomentDto) {}

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
