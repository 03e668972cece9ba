import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { legalTimeOf } from '@duban/application';
import type { PeopleDesk } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import type { ErasureReport } from '@duban/privacy';
import { CLOCK, PEOPLE_DESK } from '../ports/ports.ts';

type Asked = Omit<Parameters<PeopleDesk['erase']>[0], 'occurredAt'>;

/** Makes unreadable what the log says by and about somebody. */
export class ErasePerson extends Command<ErasureReport> {
  readonly asked: Asked;

  constructor(asked: Asked) {
    super();
    this.asked = asked;
  }
}

@CommandHandler(ErasePerson)
export class ErasePersonHandler implements ICommandHandler<ErasePerson> {
  readonly #people: PeopleDesk;
  readonly #clock: Clock;

  constructor(@Inject(PEOPLE_DESK) people: PeopleDesk, @Inject(CLOCK) clock: Clock) {
    this.#people = people;
    this.#clock = clock;
  }

  execute({ asked }: ErasePerson): Promise<ErasureReport> {
    return this.#people.erase({ ...asked, occurredAt: legalTimeOf(this.#clock.now()) });
  }
}
