import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

const ID = /^[A-Za-z0-9][\w.~-]{0,99}$/;
const SHAPE = { message: '$property is 1 to 100 letters, digits and . _ ~ -' };

export class RegionParams {
  @ApiProperty({ pattern: ID.source, example: 'CN' })
  @IsString()
  @Matches(ID, SHAPE)
  readonly region!: string;
}

export class OrganCommandParams {
  @ApiProperty({ pattern: ID.source, example: 'cq-housing' })
  @IsString()
  @Matches(ID, SHAPE)
  readonly organId!: string;

  @ApiProperty({ example: 'rename-organ' })
  @IsString()
  @MaxLength(100)
  readonly name!: string;
}

export class RegisterCommandParams {
  @ApiProperty({ pattern: ID.source })
  @IsString()
  @Matches(ID, SHAPE)
  readonly id!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(100)
  readonly name!: string;
}
