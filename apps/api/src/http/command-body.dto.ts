import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IsFactInstant, IsId, IsWritten, Maybe, Opaque } from '@duban/nest';

const LONGEST_REFERENCE = 200;

/** On what authority the act rests. */
export class BasisDto {
  @ApiPropertyOptional({ maxLength: LONGEST_REFERENCE })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  @IsWritten('number')
  readonly documentNo?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_REFERENCE })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  @IsWritten('number')
  readonly meeting?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_REFERENCE })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST_REFERENCE)
  @IsWritten('line')
  readonly article?: string;
}

/** The envelope of every command. What is in `data` is the affair of the command's own schema. */
export class CommandBodyDto {
  @ApiProperty({ type: Object, description: 'What the command needs; see its own schema' })
  @IsObject()
  @Opaque()
  readonly data!: object;

  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'Legal time of the act, with offset; now by default. Stated by the Congress’s side only, at most 30 days back, with the document of that day in `basis.documentNo`',
  })
  @Maybe()
  @IsFactInstant()
  readonly occurredAt?: string;

  @ApiPropertyOptional({ type: BasisDto })
  @Maybe()
  @IsObject()
  @ValidateNested()
  @Type(() => BasisDto)
  readonly basis?: BasisDto;

  @ApiPropertyOptional({ type: Object, description: 'The decision of a body that the act rests on' })
  @Maybe()
  @IsObject()
  @Opaque()
  readonly decision?: object;

  @ApiPropertyOptional({ type: Object, description: 'The mandate under which the sender acts' })
  @Maybe()
  @IsObject()
  @Opaque()
  readonly mandate?: object;

  @ApiPropertyOptional({ type: Object, description: 'What was handed in on paper and is transcribed' })
  @Maybe()
  @IsObject()
  @Opaque()
  readonly paper?: object;

  @ApiPropertyOptional({
    maxLength: LONGEST_REFERENCE,
    description: 'Refused (`mandate.none`) until mandates are recorded: a body acts in its own post',
  })
  @Maybe()
  @IsId()
  readonly onBehalfOf?: string;
}
