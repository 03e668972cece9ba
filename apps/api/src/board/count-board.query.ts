import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Counts } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { CountsDto } from './board.dto.ts';
import { BoardQuestions } from './board-questions.ts';

type Asked = { readonly query: CountsDto; readonly asker: Principal };

/** How many items by one of the board's facets. */
export class CountBoard extends FreshQuery<Asked, Counts> {}

@QueryHandler(CountBoard)
export class CountBoardHandler implements IQueryHandler<CountBoard> {
  readonly #read: ReadStore;
  readonly #questions: BoardQuestions;

  constructor(@Inject(READ_STORE) read: ReadStore, questions: BoardQuestions) {
    this.#read = read;
    this.#questions = questions;
  }

  async execute({ asked: { query, asker } }: CountBoard): Promise<Counts> {
    const scope = await this.#questions.scope(given(query), asker);
    return this.#read.boardCounts({ ...scope, groupBy: query.groupBy ?? 'stage' });
  }
}
