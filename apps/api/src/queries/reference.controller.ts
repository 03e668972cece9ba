import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@duban/kernel';
import { ReadsWhole } from '@duban/nest';
import { MomentDto, momentOf } from './moment.dto.ts';
import { ReadQuery } from './read-query.ts';

type List = { readonly items: readonly JsonObject[] };
type Kind = 'organ' | 'ruleset' | 'calendar';

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
  calendars(@Query() query: MomentDto): Promise<List> {
    return this.#list('calendar', query);
  }

  @Get('rule-sets')
  @ReadsWhole('reference')
  ruleSets(@Query() query: MomentDto): Promise<List> {
    return this.#list('ruleset', query);
  }

  @Get('organs')
  @ReadsWhole('reference')
  organs(@Query() query: MomentDto): Promise<List> {
    return this.#list('organ', query);
  }

  #list(kind: Kind, query: MomentDto): Promise<List> {
    return this.#bus.execute(
      new ReadQuery((read) => ({ items: read.reference(kind, momentOf(query)) }), query.after),
    );
  }
}
