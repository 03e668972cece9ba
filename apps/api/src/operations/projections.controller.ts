import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Keeps, ReadsWhole } from '@duban/nest';
import type { Projections } from '@duban/contracts';
import { AfterDto } from '../http/moment.dto.ts';
import { ReadModelState } from './read-model-state.query.ts';
import { RetryParked } from './retry-parked.command.ts';

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
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get()
  @ReadsWhole('operations')
  state(@Query() query: AfterDto): Promise<Projections> {
    return this.#queries.execute(new ReadModelState(null, query));
  }

  /** Plays a parked case again; whether it went through is seen in the list. */
  @Post('parked/:stream/retry')
  @Keeps('operations')
  @HttpCode(202)
  retry(@Param() { stream }: StreamParams): Promise<{ readonly asked: string }> {
    return this.#commands.execute(new RetryParked(stream));
  }
}
