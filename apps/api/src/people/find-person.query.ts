import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PeopleDesk } from '@duban/installation';
import { ProblemError } from '@duban/nest';
import type { Person } from '@duban/privacy';
import { PEOPLE_DESK } from '../ports/ports.ts';

/** Who an id is. */
export class FindPerson extends Query<Person> {
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }
}

@QueryHandler(FindPerson)
export class FindPersonHandler implements IQueryHandler<FindPerson> {
  readonly #people: PeopleDesk;

  constructor(@Inject(PEOPLE_DESK) people: PeopleDesk) {
    this.#people = people;
  }

  /** @throws ProblemError `not-found` */
  async execute({ id }: FindPerson): Promise<Person> {
    const person = this.#people.get(id);
    if (person === null) throw new ProblemError('not-found');
    return person;
  }
}
