import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.ts';
import { MeController } from './me.controller.ts';

/** Who the asker is, and whom the demo has. */
@Module({ controllers: [MeController, DemoController] })
export class IdentityModule {}
