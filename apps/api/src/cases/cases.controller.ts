import { hash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ownEntry } from '@duban/domain';
import {
  Asker,
  Asking,
  headerOf,
  ProblemError,
  Reads,
  ReadsWhole,
  type FastifyReply,
  type FastifyRequest,
  type Principal,
  type Question,
} from '@duban/nest';
import type { CasePage, CaseView, EventView, Page } from '@duban/read-store';
import type { ItemState } from '@duban/projections';
import type { SeenCase } from '../access/reach.ts';
import { CaseParams } from '../http/case.params.ts';
import { linkNext } from '../http/paging.ts';
import { CaseEventsDto, CaseMomentDto, CasesDto, ItemParams } from './case.dto.ts';
import { FindCase } from './find-case.query.ts';
import { ListCaseEvents } from './list-case-events.query.ts';
import { ListCases } from './list-cases.query.ts';

const OWNER_DIGITS = 12;

/**
 * Of what this person gets in this post, and so never of what another one got: the revision alone would be the same for both.
 * `If-Match` takes it as it is. Nobody is named in it.
 */
const etagOf = (
  { view: { revision, caseId }, audience }: SeenCase,
  { id, role, organ }: Principal,
): string => {
  const owner = hash('sha256', JSON.stringify([id, role, organ, caseId])).slice(0, OWNER_DIGITS);
  return `"${String(revision)}${audience === 'office' ? '' : `-${audience}`}-${owner}"`;
};

/** Weak comparison, as RFC 9110 wants it for If-None-Match. */
const isKnown = (request: FastifyRequest, etag: string): boolean =>
  (headerOf(request, 'if-none-match') ?? '')
    .split(',')
    .some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag);

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** Whole: who sees only their own finds their items on the board. */
  @Get()
  @ReadsWhole('cases')
  async list(
    @Query() query: CasesDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CasePage> {
    const page = await this.#bus.execute(new ListCases({ query, asker }, query));
    linkNext(page, reply);
    return page;
  }

  @Get(':caseId')
  @Reads('cases')
  async one(
    @Param() { caseId }: CaseParams,
    @Query() moment: CaseMomentDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView | undefined> {
    const seen = await this.#bus.execute(new FindCase({ caseId, moment, asker }, moment));
    const etag = etagOf(seen, asker);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (!isKnown(reply.request, etag)) return seen.view;
    void reply.code(304);
    return undefined;
  }

  @Get(':caseId/items/:itemId')
  @Reads('cases')
  async item(
    @Param() { caseId, itemId }: ItemParams,
    @Query() moment: CaseMomentDto,
    @Asker() asker: Principal,
  ): Promise<ItemState> {
    const { view } = await this.#bus.execute(new FindCase({ caseId, moment, asker }, moment));
    const item = ownEntry(view.state.items, itemId);
    if (item === undefined) throw new ProblemError('not-found', { reason: 'item.unknown' });
    return item;
  }

  @Get(':caseId/events')
  @Reads('cases')
  async events(
    @Param() { caseId }: CaseParams,
    @Query() query: CaseEventsDto,
    @Asking() question: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    return linkNext(await this.#bus.execute(new ListCaseEvents({ caseId, query, question }, query)), reply);
  }
}
