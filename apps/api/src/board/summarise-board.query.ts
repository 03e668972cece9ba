import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { BoardSummary } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { BoardFilterDto } from './board.dto.ts';
import { BoardQuestions } from './board-questions.ts';

type Asked = { readonly query: BoardFilterDto; readonly asker: Principal };

export class SummariseBoard extends FreshQuery<Asked, BoardSummary> {}

@QueryHandler(SummariseBoard)
export class SummariseBoardHandler implements IQueryHandler<SummariseBoard> {
  readonly #read: ReadStore;
  readonly #questions: BoardQuestions;

  constructor(@Inject(READ_STORE) read: ReadStore, questions: BoardQuestions) {
    this.#read = read;
    this.#questions = questions;
  }

  async execute({ asked: { query, asker } }: SummariseBoard): Promise<BoardSummary> {
    return this.#read.boardSummary(await this.#questions.scope(given(query), asker));
  }
}
