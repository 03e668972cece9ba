import { registerCollections, type RegisterKind } from '@duban/domain';
import { TextField } from '@duban/nest';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AfterDto } from '../queries/moment.dto.ts';

export class StepsDto extends AfterDto {
  @TextField('Steps on this item; left out: on the case as a whole')
  readonly item?: string;
}

/** Registers whose entries are kept by commands on one entry; years and rule sets are published whole, from a file. */
const REGISTERS: readonly RegisterKind[] = ['organ', ...registerCollections.map(([kind]) => kind)];

export class RegisterParams {
  @ApiProperty({ enum: [...REGISTERS] })
  @IsIn(REGISTERS)
  readonly register!: RegisterKind;
}
