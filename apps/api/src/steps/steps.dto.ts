import { TextField } from '@duban/nest';
import { AfterDto } from '../queries/moment.dto.ts';

export class StepsDto extends AfterDto {
  @TextField('Steps on this item; left out: on the case as a whole')
  readonly item?: string;
}
