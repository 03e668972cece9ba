import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CASE_STATUSES } from '@duban/domain';
import { ChoiceField, CursorField, TextField, WholeField } from '@duban/nest';
import type { CaseHeader } from '@duban/read-store';
import { CaseParams } from '../http/case.params.ts';
import { LARGEST_PAGE, MomentDto, PageDto } from '../http/moment.dto.ts';

export class ItemParams extends CaseParams {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  readonly itemId!: string;
}

export class CaseMomentDto extends MomentDto {
  @WholeField('State right after this revision; wins over `asOf`', 0, 999_999_999)
  readonly version?: number;
}

export class CasesDto extends PageDto {
  @ChoiceField(CASE_STATUSES, 'Status of the case')
  readonly status?: CaseHeader['status'];

  @TextField('Part of a number, title or topic')
  readonly text?: string;
}

export class CaseEventsDto extends MomentDto {
  @TextField('Only events that concern this item')
  readonly itemId?: string;

  @WholeField('Entries per page; 50 by default', 1, LARGEST_PAGE)
  readonly limit?: number;

  @CursorField()
  readonly cursor?: string;
}
