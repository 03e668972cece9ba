import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '@duban/contracts';
import type { ErasureOrdered } from '@duban/domain';
import { actorOf, Keeps, SendsRegisterCommand, type FastifyReply } from '@duban/nest';
import type { ErasureReport } from '@duban/privacy';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { commandIn, sendRegisterCommand } from '../registers/send-register-command.ts';
import { ErasePerson } from './erase-person.command.ts';
import { ErasureCommandParams, ErasureDto, PersonParams } from './people.dto.ts';
import { ResumeErasures } from './resume-erasures.command.ts';

const ORDERED: ErasureOrdered['type'] = 'ErasureOrdered';

/** Erasures of what the log says by and about a person: ordered in the log, carried out beside it (docs/privacy.md). */
@ApiTags('people')
@Controller('v1/people')
export class ErasuresController {
  readonly #commands: CommandBus;

  constructor(commands: CommandBus) {
    this.#commands = commands;
  }

  /**
   * Makes unreadable what the log says by and about this person. It cannot be undone; repeating it is harmless. For an
   * office in which one person stands for two; else it is proposed, and another one confirms.
   */
  @Post(':id/erasure')
  @Keeps('erasure')
  @HttpCode(200)
  async erase(
    @Param() { id: person }: PersonParams,
    @Body() { legalBasis, requestedBy }: ErasureDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureReport> {
    const body = { data: { legalBasis, requestedBy } };
    const request = { type: 'OrderErasure', address: { person }, body, sender } as const;
    const { events } = await sendRegisterCommand(this.#commands, request, reply);
    const [order] = events;
    const asked = { person, legalBasis, requestedBy, actor: actorOf(sender.principal) };
    const orderedBy = order === undefined ? {} : { orderedBy: order.id };
    const report = await this.#commands.execute(new ErasePerson({ ...asked, ...orderedBy }));
    void reply.header('duban-position', report.position);
    return report;
  }

  /** An erasure by two persons. What is confirmed has been carried out when this is answered. */
  @Post(':id/erasure/commands/:name')
  @SendsRegisterCommand('erasure')
  async send(
    @Param() { id: person, name }: ErasureCommandParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const type = commandIn('erasure', name);
    const request = { type, address: { person }, body, sender };
    const answer = await sendRegisterCommand(this.#commands, request, reply);
    // Of an order that is in the log this finds what is left to do, also after an interruption.
    if (type === 'ConfirmErasure' || answer.events.some((event) => event.type === ORDERED))
      await this.#commands.execute(new ResumeErasures());
    return answer;
  }
}
