import { Module } from '@nestjs/common';
import { KeepRegisterHandler } from './keep-register.command.ts';
import { ListRegisterHandler } from './list-register.query.ts';
import { ReferenceCommandsController } from './reference-commands.controller.ts';
import { ReferenceController } from './reference.controller.ts';
import { registerCommandsControllers } from './register-commands.controller.ts';

/** What all cases lean on: organs, calendars, rule sets, bodies, meetings, mandates. */
@Module({
  controllers: [ReferenceCommandsController, ...registerCommandsControllers, ReferenceController],
  providers: [KeepRegisterHandler, ListRegisterHandler],
})
export class RegistersModule {}
