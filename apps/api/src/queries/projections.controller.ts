import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Keeps, ProblemError, ReadsWhole } from '@duban/nest';
import type { Projections } from '@duban/contracts';
import { AfterDto } from './moment.dto.ts';
import { ReadQuery } from './read-query.ts';

class StreamParams {
  @ApiProperty({ maxLength: 200, example: 'case-DB-2026-001' })
  @IsString()
  @MaxLength(200)
  readonly stream!: string;
}

/** How far the read models are, and which cases wait for a person. */
@ApiTags('operations')
@Controller('v1/projections')
export class ProjectionsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get()
  @ReadsWhole('operations')
  state(@Query() query: AfterDto): Promise<Projections> {
    return this.#bus.execute(
      new ReadQuery((read) => ({ health: read.health(), parked: read.parked() }), query.after),
    );
  }

  /** Plays a parked case again; whether it went through is seen in the list. */
  @Post('parked/:stream/retry')
  @Keeps('operations')
  @HttpCode(202)
  retry(@Param() { stream }: StreamParams): Promise<{ readonly asked: string }> {
    return this.#bus.execute(
      new ReadQuery((read) => {
        if (!read.parked().some((parked) => parked.stream === stream)) throw new ProblemError('not-found');
        read.retry(stream);
        return { asked: stream };
      }),
    );
  }
}
