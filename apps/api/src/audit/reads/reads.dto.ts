import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { RequiredDate } from '../../http/required-date.ts';

export class ReadsDto {
  @ApiProperty({ maxLength: 200, description: 'One case' })
  @IsString()
  @MaxLength(200)
  readonly caseId!: string;

  @RequiredDate('First day, in Asia/Shanghai')
  readonly from!: string;

  @RequiredDate('Last day, included')
  readonly to!: string;
}
