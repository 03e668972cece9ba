import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CheckCaseHandler } from './check-case.query.ts';
import { CompareRegistersHandler } from './compare-registers.query.ts';
import { CompareStatesHandler } from './compare-states.query.ts';
import { ExplainCaseHandler } from './explain-case.query.ts';
import { HistoryCache } from './history-cache.ts';
import { ListDeviationsHandler } from './list-deviations.query.ts';
import { RegistersController } from './registers.controller.ts';
import { ReplayController } from './replay.controller.ts';
import { RuleTrialsController } from './rule-trials.controller.ts';
import { SeenHistories } from './seen-histories.ts';
import { TellHistoryHandler } from './tell-history.query.ts';
import { TryRulesHandler } from './try-rules.query.ts';

/** Cases told from their events, and the register of two days. */
@Module({
  imports: [AccessModule],
  controllers: [ReplayController, RegistersController, RuleTrialsController],
  providers: [
    HistoryCache,
    SeenHistories,
    CompareStatesHandler,
    TellHistoryHandler,
    ExplainCaseHandler,
    CheckCaseHandler,
    CompareRegistersHandler,
    ListDeviationsHandler,
    TryRulesHandler,
  ],
})
export class ReplayModule {}
