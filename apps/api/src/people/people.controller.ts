import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Keeps, ReadsWhole, type FastifyReply } from '@duban/nest';
import type { Person } from '@duban/privacy';
import { FindPerson } from './find-person.query.ts';
import { NamePerson } from './name-person.command.ts';
import { PersonDto, PersonParams } from './people.dto.ts';

/** Names for the ids that cases, votes and replies name people by; beside the log, and never in it (docs/privacy.md). */
@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  /** Gives an id its name. It keeps that: organ and contact may change. */
  @Post()
  @Keeps('people')
  @HttpCode(200)
  put(@Body() { id, name, organ, contactMasked }: PersonDto): Promise<Person> {
    const person = {
      id: id ?? `person:${randomUUID()}`,
      name,
      organ: organ ?? null,
      contactMasked: contactMasked ?? null,
    };
    return this.#commands.execute(new NamePerson(person));
  }

  @Get(':id')
  @ReadsWhole('people')
  async one(@Param() { id }: PersonParams, @Res({ passthrough: true }) reply: FastifyReply): Promise<Person> {
    const person = await this.#queries.execute(new FindPerson(id));
    void reply.header('cache-control', 'no-store');
    return person;
  }
}
