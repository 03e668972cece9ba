import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PeopleDesk } from '@duban/installation';
import type { Person } from '@duban/privacy';
import { PEOPLE_DESK } from '../ports/ports.ts';

/** Gives an id its name. */
export class NamePerson extends Command<Person> {
  readonly person: Person;

  constructor(person: Person) {
    super();
    this.person = person;
  }
}

@CommandHandler(NamePerson)
export class NamePersonHandler implements ICommandHandler<NamePerson> {
  readonly #people: PeopleDesk;

  constructor(@Inject(PEOPLE_DESK) people: PeopleDesk) {
    this.#people = people;
  }

  async execute({ person }: NamePerson): Promise<Person> {
    this.#people.put(person);
    return person;
  }
}
