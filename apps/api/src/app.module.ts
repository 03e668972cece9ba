import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { EdgeModule } from '@duban/nest';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { ProofsController } from './audit/proofs.controller.ts';
import { ReadsController } from './audit/reads/reads.controller.ts';
import { ReadRecorder } from './audit/reads/read-recorder.ts';
import { RecordReads } from './audit/reads/record-reads.interceptor.ts';
import { CaseCommandsController } from './commands/case-commands.controller.ts';
import { ReferenceCommandsController } from './commands/reference-commands.controller.ts';
import { registerCommandsControllers } from './commands/register-commands.controller.ts';
import { SendCommandHandler } from './commands/send-command.ts';
import { AsyncApiController } from './docs/asyncapi.controller.ts';
import { SchemasController } from './docs/schemas.controller.ts';
import { EventsController } from './events/events.controller.ts';
import { CaseExportsController } from './exports/case-exports.controller.ts';
import { LogExportsController } from './exports/log-exports.controller.ts';
import { RegisterExportsController } from './exports/register-exports.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { MeController } from './identity/me.controller.ts';
import { OFFICE, type Office } from './office/office.ts';
import { PostsController } from './posts/posts.controller.ts';
import { OutletsController } from './outlets/outlets.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { BoardController } from './queries/board.controller.ts';
import { CasesController } from './queries/cases.controller.ts';
import { ProjectionsController } from './queries/projections.controller.ts';
import { ReadQueryHandler } from './queries/read-query.ts';
import { ReferenceController } from './queries/reference.controller.ts';
import { ReportsController } from './queries/reports.controller.ts';
import { RegistersController } from './replay/registers.controller.ts';
import { ReplayController } from './replay/replay.controller.ts';
import { ReplayShelf } from './replay/replay-shelf.ts';
import { RuleTrialsController } from './replay/rule-trials.controller.ts';
import { DemoController } from './start/demo.controller.ts';
import { StepsController } from './steps/steps.controller.ts';

const controllers = [
  MeController,
  PostsController,
  CaseCommandsController,
  ReferenceCommandsController,
  ...registerCommandsControllers,
  CasesController,
  StepsController,
  AttachmentsController,
  BoardController,
  ReportsController,
  ProofsController,
  ReadsController,
  ReplayController,
  RegistersController,
  RuleTrialsController,
  LogExportsController,
  RegisterExportsController,
  CaseExportsController,
  PeopleController,
  ReferenceController,
  ProjectionsController,
  OutletsController,
  EventsController,
  SchemasController,
  AsyncApiController,
  HealthController,
  DemoController,
];

/** The table of contents: every route's controller, and the two shells around the application. */
@Module({})
export class AppModule {
  static of(office: Office): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), EdgeModule.with(office)],
      controllers,
      providers: [
        { provide: OFFICE, useValue: office },
        ReadRecorder,
        { provide: APP_INTERCEPTOR, useClass: RecordReads },
        SendCommandHandler,
        ReadQueryHandler,
        ReplayShelf,
      ],
    };
  }
}
