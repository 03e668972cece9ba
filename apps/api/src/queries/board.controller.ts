import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { legalDateOf, legalDateOfInstant } from '@duban/application';
import { Asker, Asking, Reads, type FastifyReply, type Principal, type Question } from '@duban/nest';
import type { BoardPage, BoardSummary, Counts } from '@duban/contracts';
import type { BoardFilter, BoardScope, Moment } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';
import { BoardDto, BoardFilterDto, CountsDto } from './board.dto.ts';
import { given } from '../given.ts';
import { linkNext } from './paging.ts';
import { ownOnly } from './reach.ts';
import { ReadQuery } from './read-query.ts';
import { shutCases } from './shut-cases.ts';

@ApiTags('board')
@Controller('v1/board')
export class BoardController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  @Get()
  @Reads('board')
  async list(
    @Query() query: BoardDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardPage> {
    const scope = { ...this.#scope(given(query), principal), language };
    const page = await this.#bus.execute(
      new ReadQuery(
        async (read, office) => read.board({ ...scope, without: await shutCases(office, principal) }),
        query.after,
      ),
    );
    return linkNext(page, reply);
  }

  @Get('counts')
  @Reads('board')
  counts(@Query() query: CountsDto, @Asker() asker: Principal): Promise<Counts> {
    const scope = { ...this.#scope(given(query), asker), groupBy: query.groupBy ?? 'stage' };
    return this.#bus.execute(
      new ReadQuery(
        async (read, office) => read.boardCounts({ ...scope, without: await shutCases(office, asker) }),
        query.after,
      ),
    );
  }

  @Get('summary')
  @Reads('board')
  summary(@Query() query: BoardFilterDto, @Asker() asker: Principal): Promise<BoardSummary> {
    const scope = this.#scope(given(query), asker);
    return this.#bus.execute(
      new ReadQuery(
        async (read, office) => read.boardSummary({ ...scope, without: await shutCases(office, asker) }),
        query.after,
      ),
    );
  }

  /** Lights are judged by the date of the moment that is asked about. */
  #scope<Fields extends BoardFilter & Moment>(fields: Fields, asker: Principal): Fields & BoardScope {
    const today =
      fields.asOf === undefined ? legalDateOf(this.#office.clock.now()) : legalDateOfInstant(fields.asOf);
    return { ...fields, ...ownOnly(asker, fields), today };
  }
}
