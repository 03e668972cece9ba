import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Asker,
  Asking,
  Reads,
  ReadsWhole,
  type FastifyReply,
  type Principal,
  type Question,
} from '@duban/nest';
import type { Satisfaction } from '@duban/contracts';
import type {
  Deadline,
  EventView,
  ImportBatch,
  OrganPerformance,
  Page,
  WaitingProposal,
} from '@duban/read-store';
import { AfterDto } from '../http/moment.dto.ts';
import { linkNext } from '../http/paging.ts';
import { CompareOrgans } from './compare-organs.query.ts';
import { ListDeadlines } from './list-deadlines.query.ts';
import { ListEvaluations } from './list-evaluations.query.ts';
import { ListImports } from './list-imports.query.ts';
import { ListProposals } from './list-proposals.query.ts';
import { AuditDto, DeadlinesDto, EvaluationsDto, PerformanceDto } from './reports.dto.ts';
import { SearchTrail } from './search-trail.query.ts';

type List<Item> = { readonly items: readonly Item[] };

/** Lists over all cases: dates, evaluations, organs, the audit trail, imports. */
@ApiTags('reports')
@Controller('v1')
export class ReportsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get('deadlines')
  @Reads('deadlines')
  async deadlines(
    @Query() query: DeadlinesDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<Deadline>> {
    return linkNext(await this.#bus.execute(new ListDeadlines({ query, asker }, query)), reply);
  }

  @Get('satisfaction')
  @Reads('satisfaction')
  async satisfaction(
    @Query() query: EvaluationsDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Satisfaction> {
    const answer = await this.#bus.execute(new ListEvaluations({ query, asker }, query));
    linkNext(answer, reply);
    return answer;
  }

  @Get('performance')
  @ReadsWhole('performance')
  async performance(
    @Query() query: PerformanceDto,
    @Asker() asker: Principal,
  ): Promise<List<OrganPerformance>> {
    return { items: await this.#bus.execute(new CompareOrgans({ query, asker }, query)) };
  }

  @Get('audit/events')
  @ReadsWhole('audit-trail')
  async audit(
    @Query() query: AuditDto,
    @Asking() question: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    return linkNext(await this.#bus.execute(new SearchTrail({ query, question }, query)), reply);
  }

  @Get('imports')
  @ReadsWhole('imports')
  async imports(@Query() query: AfterDto, @Asker() asker: Principal): Promise<List<ImportBatch>> {
    return { items: await this.#bus.execute(new ListImports({ asker }, query)) };
  }

  /** What waits for a second person: what the asker could confirm in this post, and what they proposed in it. */
  @Get('proposals')
  @ReadsWhole('proposals')
  async proposals(@Query() query: AfterDto, @Asker() asker: Principal): Promise<List<WaitingProposal>> {
    return { items: await this.#bus.execute(new ListProposals({ asker }, query)) };
  }
}
