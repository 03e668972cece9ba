import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CompareOrgansHandler } from './compare-organs.query.ts';
import { ListDeadlinesHandler } from './list-deadlines.query.ts';
import { ListEvaluationsHandler } from './list-evaluations.query.ts';
import { ListImportsHandler } from './list-imports.query.ts';
import { ListProposalsHandler } from './list-proposals.query.ts';
import { ReportsController } from './reports.controller.ts';
import { SearchTrailHandler } from './search-trail.query.ts';

/** Lists over all cases. */
@Module({
  imports: [AccessModule],
  controllers: [ReportsController],
  providers: [
    ListDeadlinesHandler,
    ListEvaluationsHandler,
    CompareOrgansHandler,
    SearchTrailHandler,
    ListImportsHandler,
    ListProposalsHandler,
  ],
})
export class ReportingModule {}
