import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asker, invalid, ReadsWhole, type FastifyReply, type Principal } from '@duban/nest';
import type { ListedDeviation, RegisterChanges } from '@duban/contracts';
import type { Page } from '@duban/read-store';
import { PageDto } from '../http/moment.dto.ts';
import { linkNext } from '../http/paging.ts';
import { CompareRegisters } from './compare-registers.query.ts';
import { ListDeviations } from './list-deviations.query.ts';
import { ChangesDto } from './replay.dto.ts';

/** What only all cases together show; organs do not see them. */
@ApiTags('replay')
@Controller('v1')
export class RegistersController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** What entered, left and changed between the ends of two days: the packet of the Chairpersons' Council (主任会议). */
  @Get('board/changes')
  @ReadsWhole('board')
  async changes(@Query() query: ChangesDto, @Asker() asker: Principal): Promise<RegisterChanges> {
    if (query.from > query.to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    return this.#bus.execute(new CompareRegisters({ query, asker }, query));
  }

  /** Steps left out or taken out of order, case by case, with the events that show them. */
  @Get('audit/conformance')
  @ReadsWhole('audit-trail')
  async conformance(
    @Query() query: PageDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ListedDeviation>> {
    return linkNext(await this.#bus.execute(new ListDeviations({ query, asker }, query)), reply);
  }
}
