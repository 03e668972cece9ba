import { Body, Controller, Param, Post, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '@duban/contracts';
import { registerCollections, registers, type RegisterKind } from '@duban/domain';
import { SendsRegisterCommand, type FastifyReply } from '@duban/nest';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { RegisterCommandParams } from './reference-command.params.ts';
import { commandIn, sendRegisterCommand } from './send-register-command.ts';

const controllerOf = (kind: RegisterKind, collection: string): Type => {
  const { address } = registers[kind];

  @ApiTags('registers')
  @Controller(`v1/${collection}`)
  class RegisterCommandsController {
    readonly #bus: CommandBus;

    constructor(bus: CommandBus) {
      this.#bus = bus;
    }

    @Post(':id/commands/:name')
    @SendsRegisterCommand(kind)
    send(
      @Param() { id, name }: RegisterCommandParams,
      @Body() body: CommandBodyDto,
      @FromSender() sender: Sender,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<CommandAnswer> {
      const said = address === null ? {} : { [address]: id };
      return sendRegisterCommand(
        this.#bus,
        { type: commandIn(kind, name), address: said, body, sender },
        reply,
      );
    }
  }
  return RegisterCommandsController;
};

/** The commands of every register whose entries stand under an address of their own. */
export const registerCommandsControllers: readonly Type[] = registerCollections.map(([kind, collection]) =>
  controllerOf(kind, collection),
);
