import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Bodies, Calendars, Mandates, Meetings, Organs, RuleSets } from '@duban/contracts';
import { ReadsWhole } from '@duban/nest';
import type { ReferenceBodies } from '@duban/read-store';
import { MomentDto } from '../http/moment.dto.ts';
import { ListRegister } from './list-register.query.ts';

type Lists = {
  readonly organ: Organs;
  readonly ruleset: RuleSets;
  readonly calendar: Calendars;
  readonly body: Bodies;
  readonly meeting: Meetings;
  readonly mandate: Mandates;
};

/** What all cases lean on, as last recorded or as of a moment. */
@ApiTags('reference')
@Controller('v1')
export class ReferenceController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get('calendars')
  @ReadsWhole('reference')
  calendars(@Query() query: MomentDto): Promise<Calendars> {
    return this.#list('calendar', query);
  }

  @Get('rule-sets')
  @ReadsWhole('reference')
  ruleSets(@Query() query: MomentDto): Promise<RuleSets> {
    return this.#list('ruleset', query);
  }

  @Get('organs')
  @ReadsWhole('reference')
  organs(@Query() query: MomentDto): Promise<Organs> {
    return this.#list('organ', query);
  }

  @Get('bodies')
  @ReadsWhole('reference')
  bodies(@Query() query: MomentDto): Promise<Bodies> {
    return this.#list('body', query);
  }

  @Get('meetings')
  @ReadsWhole('reference')
  meetings(@Query() query: MomentDto): Promise<Meetings> {
    return this.#list('meeting', query);
  }

  @Get('mandates')
  @ReadsWhole('mandates')
  mandates(@Query() query: MomentDto): Promise<Mandates> {
    return this.#list('mandate', query);
  }

  async #list<Kind extends keyof Lists>(
    kind: Kind,
    query: MomentDto,
  ): Promise<{ readonly items: readonly ReferenceBodies[Kind][] }> {
    return { items: await this.#bus.execute(new ListRegister<Kind>({ kind, query }, query)) };
  }
}
