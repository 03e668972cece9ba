import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { WhoSaw } from '@duban/contracts';
import { Asker, invalid, ReadsWhole, type Principal } from '@duban/nest';
import { FindReads } from './find-reads.query.ts';
import { ReadsDto } from './reads.dto.ts';

@ApiTags('audit')
@Controller('v1/audit')
export class ReadsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** Who could see a case on these days, and who did. Times of day are those of Asia/Shanghai. */
  @Get('reads')
  @ReadsWhole('reads')
  async reads(@Query() query: ReadsDto, @Asker() asker: Principal): Promise<WhoSaw> {
    if (query.from > query.to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    return this.#bus.execute(new FindReads({ query, asker }));
  }
}
