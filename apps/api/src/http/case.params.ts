import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class CaseParams {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  readonly caseId!: string;
}
