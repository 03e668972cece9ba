import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { caseSeenBy, legalDateOf } from '@duban/application';
import type { Audience } from '@duban/contracts';
import type { OpenedCase } from '@duban/domain';
import { CodedError } from '@duban/kernel';
import {
  Asker,
  Asking,
  ProblemError,
  Reads,
  type FastifyReply,
  type Principal,
  type Question,
} from '@duban/nest';
import {
  conformanceOf,
  historyOf,
  wayTo,
  type CaseConformance,
  type ChainLink,
  type StateDifference,
  type ToldFact,
} from '@duban/projections';
import type { Page } from '@duban/read-store';
import { OFFICE, type Office } from '../office/office.ts';
import { CaseParams } from '../queries/case.dto.ts';
import { AfterDto } from '../queries/moment.dto.ts';
import { linkNext } from '../queries/paging.ts';
import { seenCase } from '../queries/reach.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { untilOf } from './asked-moment.ts';
import { seenChain, seenEvents } from './seen-history.ts';
import { organNames } from './organ-names.ts';
import { DifferenceDto, HistoryDto, WhyDto } from './replay.dto.ts';
import { ReplayShelf, type ShelvedCase } from './replay-shelf.ts';

/** The history of a case with what its reader is to it. */
type SeenHistory = ShelvedCase & { readonly audience: Audience };

type List<Item> = { readonly items: readonly Item[] };

const PAGE = 50;

const firstOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new CodedError('cursor.invalid', 'this cursor was not made for this list: begin with the first page');
};

const pageOf = <Item>(items: readonly Item[], { limit = PAGE, cursor }: HistoryDto): Page<Item> => {
  const from = firstOf(cursor);
  const next = from + limit;
  return { items: items.slice(from, next), next: next < items.length ? String(next) : null };
};

/** One case told from its events: what changed, what happened, why, and whether it was in order (docs/replay.md). */
@ApiTags('replay')
@Controller('v1/cases/:caseId')
export class ReplayController {
  readonly #bus: QueryBus;
  readonly #shelf: ReplayShelf;
  readonly #office: Office;

  constructor(bus: QueryBus, shelf: ReplayShelf, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#shelf = shelf;
    this.#office = office;
  }

  /** Field by field, with labels. */
  @Get('difference')
  @Reads('cases')
  async difference(
    @Param() { caseId }: CaseParams,
    @Query() query: DifferenceDto,
    @Asking() { principal, language }: Question,
  ): Promise<List<StateDifference>> {
    const { replay, audience } = await this.#history(caseId, principal, query);
    const { from = 'nothing', to, by } = query;
    const asked = { by, length: replay.length };
    const before = from === 'nothing' ? from : untilOf({ text: from, parameter: 'from', ...asked });
    const after = to === undefined ? to : untilOf({ text: to, parameter: 'to', ...asked });
    const seen = (state: OpenedCase): OpenedCase => caseSeenBy(state, audience);
    return { items: replay.difference(before, after, language, seen) };
  }

  /** One sentence for each event, and what kind of statement it is. */
  @Get('history')
  @Reads('cases')
  async history(
    @Param() { caseId }: CaseParams,
    @Query() query: HistoryDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ToldFact>> {
    const { events, audience } = await this.#history(caseId, principal, query);
    const { until: text, by } = query;
    const until =
      text === undefined ? {} : { until: untilOf({ text, by, parameter: 'until', length: events.length }) };
    const names = organNames(this.#office.read);
    const nameOf = (reference: string): string | undefined => names.get(reference);
    const seen = seenEvents(events, audience);
    const told = historyOf(seen.readable, { language, nameOf, ...until });
    return linkNext(pageOf(told.filter(seen.isSeen), query), reply);
  }

  /** Commands, what each wrote and which dates it set going, and what led to it. */
  @Get('why')
  @Reads('cases')
  async why(
    @Param() { caseId }: CaseParams,
    @Query() query: WhyDto,
    @Asker() asker: Principal,
  ): Promise<List<ChainLink>> {
    const { events, audience } = await this.#history(caseId, asker, query);
    const chain = seenChain(events, audience);
    if (query.event === undefined) return { items: chain };
    const items = wayTo(chain, query.event);
    if (items.length === 0) throw new ProblemError('not-found');
    return { items };
  }

  /** The lawful order held against what happened. */
  @Get('conformance')
  @Reads('cases')
  async conformance(
    @Param() { caseId }: CaseParams,
    @Query() query: AfterDto,
    @Asker() asker: Principal,
  ): Promise<CaseConformance> {
    const { events } = await this.#history(caseId, asker, query);
    const found = conformanceOf(events, { today: legalDateOf(this.#office.clock.now()) });
    if (found === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    return found;
  }

  #history(caseId: string, asker: Principal, { after }: AfterDto): Promise<SeenHistory> {
    return this.#bus.execute(
      new ReadQuery(async (read) => {
        const { view, audience } = await seenCase(read, caseId, asker);
        return { ...(await this.#shelf.of(caseId, view.revision)), audience };
      }, after),
    );
  }
}
