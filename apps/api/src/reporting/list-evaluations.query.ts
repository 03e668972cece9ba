import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Satisfaction } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { audienceOfList } from '../access/reach.ts';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { EvaluationsDto } from './reports.dto.ts';

type Asked = { readonly query: EvaluationsDto; readonly asker: Principal };

/** Evaluations, with what all of them together say. */
export class ListEvaluations extends FreshQuery<Asked, Satisfaction> {}

@QueryHandler(ListEvaluations)
export class ListEvaluationsHandler implements IQueryHandler<ListEvaluations> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach) {
    this.#read = read;
    this.#reach = reach;
  }

  async execute({ asked: { query, asker } }: ListEvaluations): Promise<Satisfaction> {
    const audience = await audienceOfList(this.#read, query.caseId, asker);
    const asked = { ...given(query), without: await this.#reach.casesShutTo(asker) };
    const evaluations = this.#read.evaluations({ ...asked, audience });
    return { ...evaluations, summary: this.#read.satisfaction(asked) };
  }
}
