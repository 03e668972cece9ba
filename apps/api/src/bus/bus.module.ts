import { Module } from '@nestjs/common';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { FreshQueryBus } from './fresh-query-bus.ts';
import { MeasuredCommandBus } from './measured-command-bus.ts';

const cqrs = CqrsModule.forRoot();

/** Nest's own buses, with what ours do around every command and query in their place. */
@Module({
  imports: [
    {
      ...cqrs,
      providers: [
        ...(cqrs.providers ?? []),
        { provide: CommandBus, useClass: MeasuredCommandBus },
        { provide: QueryBus, useClass: FreshQueryBus },
      ],
    },
  ],
})
export class BusModule {}
