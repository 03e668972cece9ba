import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CodedError } from '@duban/kernel';
import type { Question } from '@duban/nest';
import { historyOf, type ToldFact } from '@duban/projections';
import type { Page, ReadStore } from '@duban/read-store';
import { organNames } from '../access/organ-names.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { READ_STORE } from '../ports/ports.ts';
import { untilOf } from './asked-moment.ts';
import type { HistoryDto } from './replay.dto.ts';
import { SeenHistories } from './seen-histories.ts';
import { seenEvents } from './seen-history.ts';

type Asked = { readonly caseId: string; readonly query: HistoryDto; readonly question: Question };

/** One sentence for each event of a case, and what kind of statement it is. */
export class TellHistory extends FreshQuery<Asked, Page<ToldFact>> {}

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

@QueryHandler(TellHistory)
export class TellHistoryHandler implements IQueryHandler<TellHistory> {
  readonly #histories: SeenHistories;
  readonly #read: ReadStore;

  constructor(histories: SeenHistories, @Inject(READ_STORE) read: ReadStore) {
    this.#histories = histories;
    this.#read = read;
  }

  async execute({ asked: { caseId, query, question } }: TellHistory): Promise<Page<ToldFact>> {
    const { principal, language } = question;
    const { events, audience } = await this.#histories.of(caseId, principal);
    const { until: text, by } = query;
    const until =
      text === undefined ? {} : { until: untilOf({ text, by, parameter: 'until', length: events.length }) };
    const names = organNames(this.#read);
    const seen = seenEvents(events, audience);
    const told = historyOf(seen.readable, { language, nameOf: (organ) => names.get(organ), ...until });
    return pageOf(told.filter(seen.isSeen), query);
  }
}
