import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asker, Asking, Reads, type FastifyReply, type Principal, type Question } from '@duban/nest';
import type { CaseConformance, ChainLink, StateDifference, ToldFact } from '@duban/projections';
import type { Page } from '@duban/read-store';
import { CaseParams } from '../http/case.params.ts';
import { AfterDto } from '../http/moment.dto.ts';
import { linkNext } from '../http/paging.ts';
import { CheckCase } from './check-case.query.ts';
import { CompareStates } from './compare-states.query.ts';
import { ExplainCase } from './explain-case.query.ts';
import { DifferenceDto, HistoryDto, WhyDto } from './replay.dto.ts';
import { TellHistory } from './tell-history.query.ts';

type List<Item> = { readonly items: readonly Item[] };

/** One case told from its events: what changed, what happened, why, and whether it was in order (docs/replay.md). */
@ApiTags('replay')
@Controller('v1/cases/:caseId')
export class ReplayController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** Field by field, with labels. */
  @Get('difference')
  @Reads('cases')
  async difference(
    @Param() { caseId }: CaseParams,
    @Query() query: DifferenceDto,
    @Asking() question: Question,
  ): Promise<List<StateDifference>> {
    return { items: await this.#bus.execute(new CompareStates({ caseId, query, question }, query)) };
  }

  /** One sentence for each event, and what kind of statement it is. */
  @Get('history')
  @Reads('cases')
  async history(
    @Param() { caseId }: CaseParams,
    @Query() query: HistoryDto,
    @Asking() question: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ToldFact>> {
    return linkNext(await this.#bus.execute(new TellHistory({ caseId, query, question }, query)), reply);
  }

  /** Commands, what each wrote and which dates it set going, and what led to it. */
  @Get('why')
  @Reads('cases')
  async why(
    @Param() { caseId }: CaseParams,
    @Query() query: WhyDto,
    @Asker() asker: Principal,
  ): Promise<List<ChainLink>> {
    const { event } = query;
    return { items: await this.#bus.execute(new ExplainCase({ caseId, event, asker }, query)) };
  }

  /** The lawful order held against what happened. */
  @Get('conformance')
  @Reads('cases')
  conformance(
    @Param() { caseId }: CaseParams,
    @Query() query: AfterDto,
    @Asker() asker: Principal,
  ): Promise<CaseConformance> {
    return this.#bus.execute(new CheckCase({ caseId, asker }, query));
  }
}
