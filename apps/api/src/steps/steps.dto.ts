import { registerRoutes, type RegisterKind } from '@duban/domain';
import { TextField } from '@duban/nest';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AfterDto } from '../http/moment.dto.ts';

export class StepsDto extends AfterDto {
  @TextField('Steps on this item; left out: on the case as a whole')
  readonly item?: string;
}

/** Registers whose commands have an address. */
const REGISTERS: readonly RegisterKind[] = [...registerRoutes.keys()];

export class RegisterParams {
  @ApiProperty({ enum: [...REGISTERS] })
  @IsIn(REGISTERS)
  readonly register!: RegisterKind;
}
