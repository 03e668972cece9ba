import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Question } from '@duban/nest';
import type { EventView, Page, ReadStore } from '@duban/read-store';
import { seenCase } from '../access/reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { CaseEventsDto } from './case.dto.ts';

type Asked = { readonly caseId: string; readonly query: CaseEventsDto; readonly question: Question };

export class ListCaseEvents extends FreshQuery<Asked, Page<EventView>> {}

@QueryHandler(ListCaseEvents)
export class ListCaseEventsHandler implements IQueryHandler<ListCaseEvents> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  async execute({ asked: { caseId, query, question } }: ListCaseEvents): Promise<Page<EventView>> {
    const { principal, language } = question;
    const { audience } = await seenCase(this.#read, caseId, principal);
    return this.#read.caseEvents(caseId, { ...given(query), language, audience });
  }
}
