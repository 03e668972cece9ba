import { Module } from '@nestjs/common';
import { ErasePersonHandler } from './erase-person.command.ts';
import { FindPersonHandler } from './find-person.query.ts';
import { NamePersonHandler } from './name-person.command.ts';
import { PeopleController } from './people.controller.ts';

/** Names beside the log, and their erasure. */
@Module({
  controllers: [PeopleController],
  providers: [NamePersonHandler, FindPersonHandler, ErasePersonHandler],
})
export class PeopleModule {}
