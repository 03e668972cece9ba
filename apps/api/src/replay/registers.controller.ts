import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { legalDateOf } from '@duban/application';
import { invalid, ReadsWhole, type FastifyReply } from '@duban/nest';
import type { ListedDeviation, RegisterChanges } from '@duban/contracts';
import type { Page } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';
import { PageDto } from '../queries/moment.dto.ts';
import { linkNext } from '../queries/paging.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { changesBetween } from './changes-between.ts';
import { deviationsPage } from './deviations-page.ts';
import { groundsOn } from './grounds-on.ts';
import { ChangesDto } from './replay.dto.ts';

const PAGE = 50;

/** What only all cases together show; organs do not see them. */
@ApiTags('replay')
@Controller('v1')
export class RegistersController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  /** What entered, left and changed between the ends of two days: the packet of the Chairpersons' Council (主任会议). */
  @Get('board/changes')
  @ReadsWhole('board')
  changes(@Query() { from, to, by = 'recorded', after }: ChangesDto): Promise<RegisterChanges> {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    return this.#bus.execute(
      new ReadQuery(async (read, { store, config }) => {
        const between = { from, to, by, groundsOn: groundsOn(read, config, by) };
        return { from, to, items: await changesBetween(store, between) };
      }, after),
    );
  }

  /** Steps left out or taken out of order, case by case, with the events that show them. */
  @Get('audit/conformance')
  @ReadsWhole('audit-trail')
  async conformance(
    @Query() { limit = PAGE, cursor, after }: PageDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ListedDeviation>> {
    const today = legalDateOf(this.#office.clock.now());
    const page = await this.#bus.execute(
      new ReadQuery((_, { store }) => deviationsPage(store, { limit, cursor, today }), after),
    );
    return linkNext(page, reply);
  }
}
