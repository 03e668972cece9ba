import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { BoardController } from './board.controller.ts';
import { BoardQuestions } from './board-questions.ts';
import { CountBoardHandler } from './count-board.query.ts';
import { ListBoardHandler } from './list-board.query.ts';
import { SummariseBoardHandler } from './summarise-board.query.ts';

/** Where every item stands, and which dates are near. */
@Module({
  imports: [AccessModule],
  controllers: [BoardController],
  providers: [BoardQuestions, ListBoardHandler, CountBoardHandler, SummariseBoardHandler],
})
export class BoardModule {}
