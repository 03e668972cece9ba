import { TIME_AXES, type TimeAxis } from '@duban/kernel';
import type { Moment } from '@duban/read-store';
import { ChoiceField, CursorField, InstantField, PositionField, WholeField } from '@duban/nest';

export const LARGEST_PAGE = 500;

/** Every GET: waits until the answer knows of this position. */
export class AfterDto {
  @PositionField('`Duban-Position` of an answer: waits at most 2 s until the answer here knows of it')
  readonly after?: string;
}

/** A past moment on one of the two axes of time. */
export class MomentDto extends AfterDto {
  @InstantField('As it was at this instant')
  readonly asOf?: string;

  @ChoiceField(TIME_AXES, 'Axis of `asOf`: what the log knew by then, or what had happened by then')
  readonly by?: TimeAxis;
}

export class PageDto extends AfterDto {
  @WholeField('Entries per page; 50 by default', 1, LARGEST_PAGE)
  readonly limit?: number;

  @CursorField()
  readonly cursor?: string;
}

export const momentOf = ({ asOf, by }: MomentDto): Moment => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(by === undefined ? {} : { by }),
});
