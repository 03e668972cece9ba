import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf } from '@duban/application';
import type { ListedDeviation } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import type { Page } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import type { PageDto } from '../http/moment.dto.ts';
import { CLOCK, EVENT_STORE } from '../ports/ports.ts';
import { deviationsPage } from './deviations-page.ts';

type Asked = { readonly query: PageDto; readonly asker: Principal };

const PAGE = 50;

/** Steps left out or taken out of order, case by case, with the events that show them. */
export class ListDeviations extends FreshQuery<Asked, Page<ListedDeviation>> {}

@QueryHandler(ListDeviations)
export class ListDeviationsHandler implements IQueryHandler<ListDeviations> {
  readonly #store: EventReader;
  readonly #reach: RestrictedReach;
  readonly #clock: Clock;

  constructor(@Inject(EVENT_STORE) store: EventReader, reach: RestrictedReach, @Inject(CLOCK) clock: Clock) {
    this.#store = store;
    this.#reach = reach;
    this.#clock = clock;
  }

  async execute({ asked: { query, asker } }: ListDeviations): Promise<Page<ListedDeviation>> {
    const { limit = PAGE, cursor } = query;
    const today = legalDateOf(this.#clock.now());
    const without = await this.#reach.streamsShutTo(asker);
    return deviationsPage(this.#store, { limit, cursor, today, without });
  }
}
