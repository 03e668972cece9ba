import { Module } from '@nestjs/common';
import { CheckReadinessHandler } from './check-readiness.query.ts';
import { HealthController } from './health.controller.ts';
import { HoldOutletHandler } from './hold-outlet.command.ts';
import { ListOutletsHandler } from './list-outlets.query.ts';
import { OutletsController } from './outlets.controller.ts';
import { ProjectionsController } from './projections.controller.ts';
import { ReadModelStateHandler } from './read-model-state.query.ts';
import { RetryParkedHandler } from './retry-parked.command.ts';

/** For whoever watches and keeps the process: health, read models, outlets. */
@Module({
  controllers: [HealthController, ProjectionsController, OutletsController],
  providers: [
    CheckReadinessHandler,
    ReadModelStateHandler,
    RetryParkedHandler,
    ListOutletsHandler,
    HoldOutletHandler,
  ],
})
export class OperationsModule {}
