import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

const CASE_ID = /^[A-Za-z0-9][\w.~-]{0,99}$/;

/** A case id becomes part of a stream name: plain letters and digits, and nothing personal. */
export class CaseCommandParams {
  @ApiProperty({ pattern: CASE_ID.source, example: 'DB-2026-001' })
  @IsString()
  @Matches(CASE_ID, { message: 'a case id is 1 to 100 letters, digits and . _ ~ -' })
  readonly caseId!: string;

  @ApiProperty({ description: 'The command in kebab-case', example: 'acknowledge-receipt' })
  @IsString()
  @MaxLength(100)
  readonly name!: string;
}
