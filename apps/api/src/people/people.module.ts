import { Module } from '@nestjs/common';
import { ErasePersonHandler } from './erase-person.command.ts';
import { ErasuresController } from './erasures.controller.ts';
import { FindPersonHandler } from './find-person.query.ts';
import { NamePersonHandler } from './name-person.command.ts';
import { PeopleController } from './people.controller.ts';
import { ResumeErasuresHandler } from './resume-erasures.command.ts';

/** Names beside the log, and their erasure. */
@Module({
  controllers: [PeopleController, ErasuresController],
  providers: [NamePersonHandler, FindPersonHandler, ErasePersonHandler, ResumeErasuresHandler],
})
export class PeopleModule {}
