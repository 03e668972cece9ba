import { ListField, PositionField, TextField } from '@duban/nest';

export class EventsDto {
  @ListField('CloudEvents types, comma-separated; all unless said')
  readonly types?: string[];

  @TextField('Only one case')
  readonly caseId?: string;

  @PositionField('Begin after this position; `Last-Event-ID` wins. From now on unless said')
  readonly after?: string;
}
