import {
  ChoiceField,
  ChoicesField,
  DateField,
  FlagField,
  InstantField,
  ListField,
  TextField,
  WholeField,
} from '@duban/nest';
import { DEADLINE_KINDS, EVALUATION_KINDS } from '@duban/contracts';
import type { DeadlineKind, EvaluationKind } from '@duban/read-store';
import { AfterDto, PageDto } from '../http/moment.dto.ts';

const ROLES = ['lead', 'co'] as const;
const ORDERS = ['newest', 'oldest'] as const;
const LONGEST_DELAY_DAYS = 36_500;

export class DeadlinesDto extends PageDto {
  @DateField('On or after')
  readonly from?: string;

  @DateField('On or before')
  readonly to?: string;

  @ChoicesField(DEADLINE_KINDS, 'Kinds of dates, comma-separated')
  readonly kind?: DeadlineKind[];

  @TextField('Whose date it is')
  readonly organ?: string;

  @FlagField('Rests on a calendar that is not published yet')
  readonly provisional?: boolean;

  @FlagField('Only those that were missed, or only the others')
  readonly missed?: boolean;

  @FlagField('Only those that still wait; true unless said, or unless those that were missed are asked for')
  readonly open?: boolean;
}

export class EvaluationsDto extends PageDto {
  @TextField('One case')
  readonly caseId?: string;

  @TextField('One item')
  readonly itemId?: string;

  @ChoicesField(EVALUATION_KINDS, 'Kinds, comma-separated')
  readonly kind?: EvaluationKind[];

  @DateField('On or after')
  readonly from?: string;

  @DateField('On or before')
  readonly to?: string;
}

export class PerformanceDto extends AfterDto {
  @DateField('Cycles that began on or after')
  readonly from?: string;

  @DateField('Cycles that began on or before')
  readonly to?: string;

  @ChoiceField(ROLES, 'As lead or as co-organ')
  readonly role?: (typeof ROLES)[number];
}

export class AuditDto extends PageDto {
  @TextField('Words that all must occur, Chinese or Latin')
  readonly text?: string;

  @TextField('One stream, such as `case-DB-2026-001`')
  readonly stream?: string;

  @ListField('Event types, comma-separated')
  readonly type?: string[];

  @TextField('Who acted, as `person:<id>`')
  readonly actor?: string;

  @TextField('For which organ')
  readonly organ?: string;

  @TextField('One command')
  readonly commandId?: string;

  @TextField('One chain of commands')
  readonly correlationId?: string;

  @InstantField('Recorded at or after')
  readonly recordedFrom?: string;

  @InstantField('Recorded before')
  readonly recordedTo?: string;

  @WholeField('Recorded this many days or more after it happened', 0, LONGEST_DELAY_DAYS)
  readonly recordedLateDays?: number;

  @ChoiceField(ORDERS, 'Newest first unless said')
  readonly order?: (typeof ORDERS)[number];
}
