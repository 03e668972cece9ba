import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { legalTimeOf } from '@duban/application';
import {
  actorOf,
  Asker,
  Keeps,
  ProblemError,
  ReadsWhole,
  type FastifyReply,
  type Principal,
} from '@duban/nest';
import type { ErasureReport, Person } from '@duban/privacy';
import { OFFICE, type Office } from '../office/office.ts';
import { ErasureDto, PersonDto, PersonParams } from './people.dto.ts';

/** Names for the ids that cases, votes and replies name people by; beside the log, and never in it (docs/privacy.md). */
@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  /** Gives an id its name. It keeps that: organ and contact may change. */
  @Post()
  @Keeps('people')
  @HttpCode(200)
  put(@Body() { id, name, organ, contactMasked }: PersonDto): Person {
    const person = {
      id: id ?? `person:${randomUUID()}`,
      name,
      organ: organ ?? null,
      contactMasked: contactMasked ?? null,
    };
    this.#office.people.put(person);
    return person;
  }

  @Get(':id')
  @ReadsWhole('people')
  one(@Param() { id }: PersonParams, @Res({ passthrough: true }) reply: FastifyReply): Person {
    const person = this.#office.people.get(id);
    if (person === null) throw new ProblemError('not-found');
    void reply.header('cache-control', 'no-store');
    return person;
  }

  /** Makes unreadable what the log says by and about this person. It cannot be undone; repeating it is harmless. */
  @Post(':id/erasure')
  @Keeps('erasure')
  @HttpCode(200)
  async erase(
    @Param() { id: person }: PersonParams,
    @Body() { legalBasis, requestedBy }: ErasureDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureReport> {
    const { people, clock } = this.#office;
    const request = { person, legalBasis, requestedBy };
    const by = { actor: actorOf(asker), occurredAt: legalTimeOf(clock.now()) };
    const report = await people.erase({ ...request, ...by });
    void reply.header('duban-position', report.position);
    return report;
  }
}
