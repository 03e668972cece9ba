import { hash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { learnsOfRestricted } from '@duban/application';
import type { RestrictedCase } from '@duban/contracts';
import { restrictionOf, ownEntry } from '@duban/domain';
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
import type { CasePage, CaseView, EventView, Page, ReadStore } from '@duban/read-store';
import type { ItemState } from '@duban/projections';
import { CaseEventsDto, CaseMomentDto, CaseParams, CasesDto, ItemParams } from './case.dto.ts';
import { given } from '../given.ts';
import { linkNext } from './paging.ts';
import { shutCases } from './shut-cases.ts';
import { seenBy, seenCase, type SeenCase } from './reach.ts';
import { ReadQuery } from './read-query.ts';

const isPast = ({ asOf, version }: CaseMomentDto): boolean => asOf !== undefined || version !== undefined;

/** The case at the moment asked for; its visibility is judged on what is so now. */
const caseAt = async (
  read: ReadStore,
  caseId: string,
  moment: CaseMomentDto,
  asker: Principal,
): Promise<SeenCase> => {
  const now = await seenCase(read, caseId, asker);
  if (!isPast(moment)) return now;
  const view = await read.case(caseId, given(moment));
  if (view === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
  return { ...now, view: seenBy(view, now.audience) };
};

const numberOf = ({ caseId, state }: CaseView): readonly RestrictedCase[] => {
  const restriction = restrictionOf(state);
  const { caseNo, openedOn } = state.opened;
  return restriction === null ? [] : [{ caseId, caseNo, openedOn, restrictedOn: restriction.on }];
};

type ToldByNumber = {
  readonly read: ReadStore;
  readonly without: readonly string[];
  readonly asker: Principal;
  readonly cursor: string | undefined;
};

/** Beside the first page, for whoever learns that there are restricted cases. */
const toldByNumber = async ({
  read,
  without,
  asker,
  cursor,
}: ToldByNumber): Promise<Pick<CasePage, 'restricted'>> => {
  if (!learnsOfRestricted(asker.role) || cursor !== undefined) return {};
  const views = await Promise.all(without.map((caseId) => read.case(caseId)));
  return { restricted: views.flatMap((view) => (view === null ? [] : numberOf(view))) };
};

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
    const page = await this.#bus.execute(
      new ReadQuery(async (read, office) => {
        const without = await shutCases(office, asker);
        return {
          ...read.cases({ ...given(query), without }),
          ...(await toldByNumber({ read, without, asker, cursor: query.cursor })),
        };
      }, query.after),
    );
    linkNext(page, reply);
    return page;
  }

  @Get(':caseId')
  @Reads('cases')
  async one(
    @Param() { caseId }: CaseParams,
    @Query() query: CaseMomentDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView | undefined> {
    const seen = await this.#bus.execute(
      new ReadQuery((read) => caseAt(read, caseId, query, asker), query.after),
    );
    const etag = etagOf(seen, asker);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (!isKnown(reply.request, etag)) return seen.view;
    void reply.code(304);
    return undefined;
  }

  @Get(':caseId/items/:itemId')
  @Reads('cases')
  item(
    @Param() { caseId, itemId }: ItemParams,
    @Query() query: CaseMomentDto,
    @Asker() asker: Principal,
  ): Promise<ItemState> {
    return this.#bus.execute(
      new ReadQuery(async (read) => {
        const { items } = (await caseAt(read, caseId, query, asker)).view.state;
        const item = ownEntry(items, itemId);
        if (item === undefined) throw new ProblemError('not-found', { reason: 'item.unknown' });
        return item;
      }, query.after),
    );
  }

  @Get(':caseId/events')
  @Reads('cases')
  async events(
    @Param() { caseId }: CaseParams,
    @Query() query: CaseEventsDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    const page = await this.#bus.execute(
      new ReadQuery(async (read) => {
        const { audience } = await seenCase(read, caseId, principal);
        return read.caseEvents(caseId, { ...given(query), language, audience });
      }, query.after),
    );
    return linkNext(page, reply);
  }
}
