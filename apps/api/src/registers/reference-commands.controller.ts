import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { registerCommandBy, type CommandAnswer } from '@duban/contracts';
import { SendsRegisterCommand, type FastifyReply } from '@duban/nest';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { OrganCommandParams, RegionParams } from './reference-command.params.ts';
import { commandIn, sendRegisterCommand } from './send-register-command.ts';

/** Each method of these addresses is a command by itself; the register says which. */
const PUBLISH_YEAR = registerCommandBy('calendar', 'POST');
const CORRECT_YEAR = registerCommandBy('calendar', 'PUT');
const PUBLISH_RULES = registerCommandBy('ruleset', 'POST');

/** Calendars, rule sets and organs: what all cases lean on, kept by the same pipeline as the cases. */
@ApiTags('reference')
@Controller('v1')
export class ReferenceCommandsController {
  readonly #bus: CommandBus;

  constructor(bus: CommandBus) {
    this.#bus = bus;
  }

  @Post('calendars/:region/years')
  @SendsRegisterCommand('calendar', PUBLISH_YEAR)
  publishYear(
    @Param() address: RegionParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return sendRegisterCommand(this.#bus, { type: PUBLISH_YEAR, address, body, sender }, reply);
  }

  @Put('calendars/:region/years')
  @SendsRegisterCommand('calendar', CORRECT_YEAR)
  correctYear(
    @Param() address: RegionParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return sendRegisterCommand(this.#bus, { type: CORRECT_YEAR, address, body, sender }, reply);
  }

  @Post('rule-sets')
  @SendsRegisterCommand('ruleset', PUBLISH_RULES)
  publishRuleSet(
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return sendRegisterCommand(this.#bus, { type: PUBLISH_RULES, address: {}, body, sender }, reply);
  }

  @Post('organs/:organId/commands/:name')
  @SendsRegisterCommand('organ')
  organ(
    @Param() { organId, name }: OrganCommandParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const type = commandIn('organ', name);
    return sendRegisterCommand(this.#bus, { type, address: { organId }, body, sender }, reply);
  }
}
