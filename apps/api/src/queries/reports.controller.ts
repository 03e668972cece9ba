import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { audienceOf, legalDateOf } from '@duban/application';
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
import type { Deadline, EventView, ImportBatch, OrganPerformance, Page, ReadStore } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';
import { AfterDto } from './moment.dto.ts';
import { given } from '../given.ts';
import { linkNext } from './paging.ts';
import { audienceOfList, ownOrgan } from './reach.ts';
import { ReadQuery } from './read-query.ts';
import { AuditDto, DeadlinesDto, EvaluationsDto, PerformanceDto } from './reports.dto.ts';

type List<Item> = { readonly items: readonly Item[] };

/** Lists over all cases: dates, evaluations, organs, the audit trail, imports. */
@ApiTags('reports')
@Controller('v1')
export class ReportsController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  @Get('deadlines')
  @Reads('deadlines')
  async deadlines(
    @Query() query: DeadlinesDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<Deadline>> {
    const organ = ownOrgan(asker, 'deadlines', query.organ);
    const asked = { ...given(query), ...(organ === undefined ? {} : { organ }) };
    return linkNext(await this.#ask((read) => read.deadlines(asked), query), reply);
  }

  @Get('satisfaction')
  @Reads('satisfaction')
  async satisfaction(
    @Query() query: EvaluationsDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Satisfaction> {
    const answer = await this.#ask(async (read) => {
      const audience = await audienceOfList(read, query.caseId, asker);
      const evaluations = read.evaluations({ ...given(query), audience });
      return { ...evaluations, summary: read.satisfaction(given(query)) };
    }, query);
    linkNext(answer, reply);
    return answer;
  }

  @Get('performance')
  @ReadsWhole('performance')
  performance(@Query() query: PerformanceDto): Promise<List<OrganPerformance>> {
    const today = legalDateOf(this.#office.clock.now());
    return this.#ask((read) => ({ items: read.performance({ ...given(query), today }) }), query);
  }

  @Get('audit/events')
  @ReadsWhole('audit-trail')
  async audit(
    @Query() query: AuditDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    const audience = audienceOf(principal.role);
    const page = await this.#ask((read) => read.audit({ ...given(query), language, audience }), query);
    return linkNext(page, reply);
  }

  @Get('imports')
  @ReadsWhole('imports')
  imports(@Query() query: AfterDto): Promise<List<ImportBatch>> {
    return this.#ask((read) => ({ items: read.imports() }), query);
  }

  #ask<Answer>(ask: (read: ReadStore) => Answer | Promise<Answer>, { after }: AfterDto): Promise<Answer> {
    return this.#bus.execute(new ReadQuery<Answer>(ask, after));
  }
}
