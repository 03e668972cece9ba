import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { ChoiceField, CursorField, Opaque, TextField, WholeField } from '@duban/nest';
import { TIME_AXES, type TimeAxis } from '@duban/kernel';
import { AfterDto, PageDto } from '../http/moment.dto.ts';
import { RequiredDate } from '../http/required-date.ts';

const MOST_CASES_TRIED = 200;

class AxisDto extends AfterDto {
  @ChoiceField(
    TIME_AXES,
    'Axis of instants and days: what the log knew by then (default), or what had happened',
  )
  readonly by?: TimeAxis;
}

export class DifferenceDto extends AxisDto {
  @TextField('A revision, an instant, or `nothing` (default) for the case before it was opened')
  readonly from?: string;

  @TextField('A revision or an instant; now unless said')
  readonly to?: string;
}

export class HistoryDto extends PageDto {
  @TextField('Up to a revision or an instant; now unless said')
  readonly until?: string;

  @ChoiceField(TIME_AXES, 'Axis of an instant')
  readonly by?: TimeAxis;
}

export class WhyDto extends AfterDto {
  @TextField('Id of an event: the way from its first cause to it. Without one: every command of the case')
  readonly event?: string;
}

export class ChangesDto extends AxisDto {
  @RequiredDate('The register at the end of this day')
  readonly from!: string;

  @RequiredDate('Against the register at the end of this one')
  readonly to!: string;
}

export class RuleTrialDto {
  @ApiProperty({ type: Object, description: 'A draft rule set, as `rules` of `POST /v1/rule-sets`' })
  @IsObject()
  @Opaque()
  readonly ruleSet!: object;

  @RequiredDate('First day of the period')
  readonly from!: string;

  @RequiredDate('Last day of the period; at most three years later')
  readonly to!: string;

  @WholeField('Cases per answer; 100 by default', 1, MOST_CASES_TRIED)
  readonly limit?: number;

  @CursorField()
  readonly cursor?: string;
}
