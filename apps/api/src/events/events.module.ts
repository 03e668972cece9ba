import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { EventsController } from './events.controller.ts';

/** Events as they happen. */
@Module({ imports: [AuditModule], controllers: [EventsController] })
export class EventsModule {}
