import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import type { OrganPerformance, ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { CLOCK, READ_STORE } from '../ports/ports.ts';
import type { PerformanceDto } from './reports.dto.ts';

type Asked = { readonly query: PerformanceDto; readonly asker: Principal };

/** How organs kept their dates, and how they were evaluated. */
export class CompareOrgans extends FreshQuery<Asked, readonly OrganPerformance[]> {}

@QueryHandler(CompareOrgans)
export class CompareOrgansHandler implements IQueryHandler<CompareOrgans> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;
  readonly #clock: Clock;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach, @Inject(CLOCK) clock: Clock) {
    this.#read = read;
    this.#reach = reach;
    this.#clock = clock;
  }

  async execute({ asked: { query, asker } }: CompareOrgans): Promise<readonly OrganPerformance[]> {
    const today = legalDateOf(this.#clock.now());
    const without = await this.#reach.casesShutTo(asker);
    return this.#read.performance({ ...given(query), today, without });
  }
}
