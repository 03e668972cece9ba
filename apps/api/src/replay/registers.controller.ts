import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { legalDateOf } from '@duban/application';
import { Asker, invalid, ReadsWhole, type FastifyReply, type Principal } from '@duban/nest';
import type { ListedDeviation, RegisterChanges } from '@duban/contracts';
import type { Page } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';
import { PageDto } from '../queries/moment.dto.ts';
import { linkNext } from '../queries/paging.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { shutStreams } from '../queries/shut-cases.ts';
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
  changes(
    @Query() { from, to, by = 'recorded', after }: ChangesDto,
    @Asker() asker: Principal,
  ): Promise<RegisterChanges> {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    return this.#bus.execute(
      new ReadQuery(async (read, office) => {
        const between = { from, to, by, groundsOn: groundsOn(read, office.config, by) };
        const without = await shutStreams(office, asker);
        return { from, to, items: await changesBetween(office.store, { ...between, without }) };
      }, after),
    );
  }

  /** Steps left out or taken out of order, case by case, with the events that show them. */
  @Get('audit/conformance')
  @ReadsWhole('audit-trail')
  async conformance(
    @Query() { limit = PAGE, cursor, after }: PageDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ListedDeviation>> {
    const today = legalDateOf(this.#office.clock.now());
    const page = await this.#bus.execute(
      new ReadQuery(async (_, office) => {
        const without = await shutStreams(office, asker);
        return deviationsPage(office.store, { limit, cursor, today, without });
      }, after),
    );
    return linkNext(page, reply);
  }
}
