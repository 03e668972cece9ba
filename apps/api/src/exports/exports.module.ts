import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CaseExportsController } from './case-exports.controller.ts';
import { ExportCaseHandler } from './export-case.query.ts';
import { ExportLogHandler } from './export-log.query.ts';
import { ExportRegisterHandler } from './export-register.query.ts';
import { LogExportsController } from './log-exports.controller.ts';
import { PackageReach } from './package-reach.ts';
import { RegisterExportsController } from './register-exports.controller.ts';

/** Files that leave the house: the register, the log for process mining, a case with its proofs. */
@Module({
  imports: [AccessModule],
  controllers: [LogExportsController, RegisterExportsController, CaseExportsController],
  providers: [ExportLogHandler, ExportRegisterHandler, ExportCaseHandler, PackageReach],
})
export class ExportsModule {}
