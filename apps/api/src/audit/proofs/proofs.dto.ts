import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

const LARGEST_SIZE = 999_999_999;
const LONGEST_ID = 200;

export class EventIdParams {
  @ApiProperty({ maxLength: LONGEST_ID, description: 'Id of an event' })
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly eventId!: string;
}

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class ConsistencyDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: LARGEST_SIZE, description: 'Size seen earlier' })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(LARGEST_SIZE)
  readonly from!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: LARGEST_SIZE, description: 'Size of a checkpoint' })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(LARGEST_SIZE)
  readonly to!: number;
}
