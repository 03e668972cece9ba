import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PeopleDesk } from '@duban/installation';
import type { ErasureReport } from '@duban/privacy';
import { PEOPLE_DESK } from '../ports/ports.ts';

/** Carries out what was ordered and is not done yet. */
export class ResumeErasures extends Command<readonly ErasureReport[]> {}

@CommandHandler(ResumeErasures)
export class ResumeErasuresHandler implements ICommandHandler<ResumeErasures> {
  readonly #people: PeopleDesk;

  constructor(@Inject(PEOPLE_DESK) people: PeopleDesk) {
    this.#people = people;
  }

  execute(): Promise<readonly ErasureReport[]> {
    return this.#people.resume();
  }
}
