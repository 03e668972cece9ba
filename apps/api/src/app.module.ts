import { Module, type DynamicModule } from '@nestjs/common';
import { EdgeModule } from '@duban/nest';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BoardModule } from './board/board.module.ts';
import { BusModule } from './bus/bus.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import type { Office } from './composition/office.ts';
import { DocsModule } from './docs/docs.module.ts';
import { EventsModule } from './events/events.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PortsModule } from './ports/ports.module.ts';
import { PostsModule } from './posts/posts.module.ts';
import { RegistersModule } from './registers/registers.module.ts';
import { ReplayModule } from './replay/replay.module.ts';
import { ReportingModule } from './reporting/reporting.module.ts';
import { StepsModule } from './steps/steps.module.ts';

/** In the order in which the document of the service lists them. */
const features = [
  IdentityModule,
  PostsModule,
  CasesModule,
  RegistersModule,
  StepsModule,
  AttachmentsModule,
  BoardModule,
  ReportingModule,
  AuditModule,
  ReplayModule,
  ExportsModule,
  PeopleModule,
  OperationsModule,
  EventsModule,
  DocsModule,
];

/** The table of contents: what this service can do, each in a module of its own, over ports and two buses. */
@Module({})
export class AppModule {
  static of(office: Office): DynamicModule {
    return {
      module: AppModule,
      imports: [PortsModule.of(office), EdgeModule.with(office), BusModule, ...features],
    };
  }
}
