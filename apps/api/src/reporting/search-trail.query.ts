import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { audienceOf } from '@duban/application';
import type { Question } from '@duban/nest';
import type { EventView, Page, ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { AuditDto } from './reports.dto.ts';

type Asked = { readonly query: AuditDto; readonly question: Question };

/** Events over all streams: the audit trail. */
export class SearchTrail extends FreshQuery<Asked, Page<EventView>> {}

@QueryHandler(SearchTrail)
export class SearchTrailHandler implements IQueryHandler<SearchTrail> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach) {
    this.#read = read;
    this.#reach = reach;
  }

  async execute({ asked: { query, question } }: SearchTrail): Promise<Page<EventView>> {
    const { principal, language } = question;
    const withoutStreams = await this.#reach.streamsShutTo(principal);
    const audience = audienceOf(principal.role);
    return this.#read.audit({ ...given(query), language, audience, withoutStreams });
  }
}
