import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PURPOSES } from '@duban/domain';
import type { AttachmentPurpose } from '@duban/domain';
import { ListField, Maybe } from '@duban/nest';
import { CaseParams } from '../http/case.params.ts';

const LONGEST_ID = 200;
const PERSON = /^person:[\w.~-]{1,100}$/;

export class AttachmentParams extends CaseParams {
  @ApiProperty({ maxLength: LONGEST_ID })
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly attachmentId!: string;
}

/** What is said of a file by its sender; ids and words of a closed list only, since addresses are logged everywhere. */
export class UploadDto {
  @ApiPropertyOptional({
    maxLength: LONGEST_ID,
    description: 'The item it belongs to; the case as a whole by default',
  })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly itemId?: string;

  @ApiPropertyOptional({ enum: [...PURPOSES], description: 'What it is filed as' })
  @Maybe()
  @IsIn(PURPOSES)
  readonly purpose?: AttachmentPurpose;

  @ApiPropertyOptional({ maxLength: LONGEST_ID, description: 'The attachment in whose place it comes' })
  @Maybe()
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly supersedes?: string;

  @ListField('`person:<id>` of everybody whom the content is about: erasing one of them makes it unreadable')
  @Matches(PERSON, { each: true, message: 'about holds ids such as person:p-17' })
  readonly about?: readonly string[];
}
