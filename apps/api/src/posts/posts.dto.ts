import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class PostCommandParams {
  @ApiProperty({ example: 'grant-post' })
  @IsString()
  @MaxLength(100)
  readonly name!: string;
}
