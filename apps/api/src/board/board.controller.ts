import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asker, Asking, Reads, type FastifyReply, type Principal, type Question } from '@duban/nest';
import type { BoardPage, BoardSummary, Counts } from '@duban/contracts';
import { linkNext } from '../http/paging.ts';
import { BoardDto, BoardFilterDto, CountsDto } from './board.dto.ts';
import { CountBoard } from './count-board.query.ts';
import { ListBoard } from './list-board.query.ts';
import { SummariseBoard } from './summarise-board.query.ts';

@ApiTags('board')
@Controller('v1/board')
export class BoardController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get()
  @Reads('board')
  async list(
    @Query() query: BoardDto,
    @Asking() question: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardPage> {
    const page = await this.#bus.execute(new ListBoard({ query, question }, query));
    return linkNext(page, reply);
  }

  @Get('counts')
  @Reads('board')
  counts(@Query() query: CountsDto, @Asker() asker: Principal): Promise<Counts> {
    return this.#bus.execute(new CountBoard({ query, asker }, query));
  }

  @Get('summary')
  @Reads('board')
  summary(@Query() query: BoardFilterDto, @Asker() asker: Principal): Promise<BoardSummary> {
    return this.#bus.execute(new SummariseBoard({ query, asker }, query));
  }
}
