import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ERASURE_REQUESTERS, type ErasureRequester } from '@duban/contracts';
import { IsId, IsWritten, Maybe } from '@duban/nest';

const LONGEST = 200;
const PERSON = /^person:[A-Za-z0-9][\w.~-]{0,99}$/;
const PERSON_SHAPE = { message: '$property is person: and 1 to 100 letters, digits and . _ ~ -' };
/** A number in full is kept nowhere: five digits in a row are too many. */
const MASKED = /^(?!.*\d{5})/;

export class PersonParams {
  @ApiProperty({ pattern: PERSON.source, example: 'person:8f1c' })
  @IsString()
  @Matches(PERSON, PERSON_SHAPE)
  readonly id!: string;
}

export class ErasureCommandParams extends PersonParams {
  @ApiProperty({ example: 'propose-erasure' })
  @IsString()
  @MaxLength(100)
  readonly name!: string;
}

export class PersonDto {
  @ApiPropertyOptional({ pattern: PERSON.source, description: 'One is made where none is given' })
  @Maybe()
  @IsString()
  @Matches(PERSON, PERSON_SHAPE)
  readonly id?: string;

  @ApiProperty({ minLength: 1, maxLength: LONGEST })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST)
  @IsWritten('line')
  readonly name!: string;

  @ApiPropertyOptional({ maxLength: LONGEST, description: 'Id of an organ' })
  @Maybe()
  @IsId()
  readonly organ?: string;

  @ApiPropertyOptional({ maxLength: LONGEST, pattern: MASKED.source, example: '138****5678' })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST)
  @IsWritten('number')
  @Matches(MASKED, { message: '$property must be masked, such as 138****5678' })
  readonly contactMasked?: string;
}

export class ErasureDto {
  @ApiProperty({ minLength: 1, maxLength: LONGEST, description: 'Article, decision or retention rule' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST)
  @IsWritten('line')
  readonly legalBasis!: string;

  @ApiProperty({ enum: ERASURE_REQUESTERS })
  @IsIn(ERASURE_REQUESTERS)
  readonly requestedBy!: ErasureRequester;
}
