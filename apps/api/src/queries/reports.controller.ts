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
import { shutCases, shutStreams } from './shut-cases.ts';
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
    const today = legalDateOf(this.#office.clock.now());
    const asked = { ...given(query), today, ...(organ === undefined ? {} : { organ }) };
    const page = await this.#ask(
      async (read, office) => read.deadlines({ ...asked, without: await shutCases(office, asker) }),
      query,
    );
    return linkNext(page, reply);
  }

  @Get('satisfaction')
  @Reads('satisfaction')
  async satisfaction(
    @Query() query: EvaluationsDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Satisfaction> {
    const answer = await this.#ask(async (read, office) => {
      const audience = await audienceOfList(read, query.caseId, asker);
      const asked = { ...given(query), without: await shutCases(office, asker) };
      const evaluations = read.evaluations({ ...asked, audience });
      return { ...evaluations, summary: read.satisfaction(asked) };
    }, query);
    linkNext(answer, reply);
    return answer;
  }

  @Get('performance')
  @ReadsWhole('performance')
  performance(@Query() query: PerformanceDto, @Asker() asker: Principal): Promise<List<OrganPerformance>> {
    const today = legalDateOf(this.#office.clock.now());
    return this.#ask(async (read, office) => {
      const without = await shutCases(office, asker);
      return { items: read.performance({ ...given(query), today, without }) };
    }, query);
  }

  @Get('audit/events')
  @ReadsWhole('audit-trail')
  async audit(
    @Query() query: AuditDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    const audience = audienceOf(principal.role);
    const page = await this.#ask(async (read, office) => {
      const withoutStreams = await shutStreams(office, principal);
      return read.audit({ ...given(query), language, audience, withoutStreams });
    }, query);
    return linkNext(page, reply);
  }

  @Get('imports')
  @ReadsWhole('imports')
  imports(@Query() query: AfterDto, @Asker() asker: Principal): Promise<List<ImportBatch>> {
    return this.#ask(
      async (read, office) => ({ items: read.imports({ without: await shutCases(office, asker) }) }),
      query,
    );
  }

  #ask<Answer>(
    ask: (read: ReadStore, office: Office) => Answer | Promise<Answer>,
    { after }: AfterDto,
  ): Promise<Answer> {
    return this.#bus.execute(new ReadQuery<Answer>(ask, after));
  }
}
