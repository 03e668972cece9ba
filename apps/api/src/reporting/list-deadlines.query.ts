import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import type { Deadline, Page, ReadStore } from '@duban/read-store';
import { ownOrgan } from '../access/reach.ts';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { CLOCK, READ_STORE } from '../ports/ports.ts';
import type { DeadlinesDto } from './reports.dto.ts';

type Asked = { readonly query: DeadlinesDto; readonly asker: Principal };

export class ListDeadlines extends FreshQuery<Asked, Page<Deadline>> {}

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<ListDeadlines> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;
  readonly #clock: Clock;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach, @Inject(CLOCK) clock: Clock) {
    this.#read = read;
    this.#reach = reach;
    this.#clock = clock;
  }

  async execute({ asked: { query, asker } }: ListDeadlines): Promise<Page<Deadline>> {
    const organ = ownOrgan(asker, 'deadlines', query.organ);
    const today = legalDateOf(this.#clock.now());
    const without = await this.#reach.casesShutTo(asker);
    return this.#read.deadlines({
      ...given(query),
      today,
      without,
      ...(organ === undefined ? {} : { organ }),
    });
  }
}
