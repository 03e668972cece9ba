import { ChoiceField, PositionField } from '@duban/nest';
import type { OcelValues, XesTraces } from '@duban/interchange';
import { BoardFilterDto } from '../board/board.dto.ts';
import { AfterDto } from '../http/moment.dto.ts';

const TRACES = ['cases', 'items'] as const satisfies XesTraces[];
const VALUES = ['text', 'native'] as const satisfies OcelValues[];

export class LogExportDto extends AfterDto {
  @PositionField(
    'Only up to this `Duban-Position`; the end of the log unless said. The same one gives the same bytes',
  )
  readonly position?: string;
}

export class OcelJsonDto extends LogExportDto {
  @ChoiceField(
    VALUES,
    'Values as texts (default, what the published schema wants) or whole numbers as numbers',
  )
  readonly values?: OcelValues;
}

export class XesDto extends LogExportDto {
  @ChoiceField(TRACES, 'What one trace is: a case (default), or an item')
  readonly traces?: XesTraces;
}

export class RegisterDto extends BoardFilterDto {}
