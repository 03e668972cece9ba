import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CaseCommandsController } from './case-commands.controller.ts';
import { CasesController } from './cases.controller.ts';
import { FindCaseHandler } from './find-case.query.ts';
import { ListCaseEventsHandler } from './list-case-events.query.ts';
import { ListCasesHandler } from './list-cases.query.ts';
import { SendCaseCommandHandler } from './send-case-command.ts';

/** Cases: what is said of them, and the steps that change them. */
@Module({
  imports: [AccessModule],
  controllers: [CaseCommandsController, CasesController],
  providers: [ListCasesHandler, FindCaseHandler, ListCaseEventsHandler, SendCaseCommandHandler],
})
export class CasesModule {}
