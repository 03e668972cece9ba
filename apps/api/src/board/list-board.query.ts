import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { BoardPage } from '@duban/contracts';
import type { Question } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { BoardDto } from './board.dto.ts';
import { BoardQuestions } from './board-questions.ts';

type Asked = { readonly query: BoardDto; readonly question: Question };

export class ListBoard extends FreshQuery<Asked, BoardPage> {}

@QueryHandler(ListBoard)
export class ListBoardHandler implements IQueryHandler<ListBoard> {
  readonly #read: ReadStore;
  readonly #questions: BoardQuestions;

  constructor(@Inject(READ_STORE) read: ReadStore, questions: BoardQuestions) {
    this.#read = read;
    this.#questions = questions;
  }

  async execute({ asked: { query, question } }: ListBoard): Promise<BoardPage> {
    const { principal, language } = question;
    return this.#read.board({ ...(await this.#questions.scope(given(query), principal)), language });
  }
}
