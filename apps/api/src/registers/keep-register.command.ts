import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandEnvelope, CommandOutcome, ReferenceCommands } from '@duban/application';
import { registerSteps, type RegisterCommand } from '@duban/domain';
import { StepCommand } from '../bus/step-command.ts';
import { REGISTER_COMMANDS } from '../ports/ports.ts';

type Sent = CommandEnvelope<RegisterCommand>;

/** A step on an entry of a register; whose register it is follows from its name. */
export class KeepRegister extends StepCommand {
  readonly sent: Sent;

  constructor(sent: Sent) {
    super();
    this.sent = sent;
  }

  get type(): string {
    return this.sent.type;
  }
}

@CommandHandler(KeepRegister)
export class KeepRegisterHandler implements ICommandHandler<KeepRegister> {
  readonly #registers: ReferenceCommands;

  constructor(@Inject(REGISTER_COMMANDS) registers: ReferenceCommands) {
    this.#registers = registers;
  }

  execute({ sent }: KeepRegister): Promise<CommandOutcome> {
    const found = registerSteps.get(sent.type);
    if (found === undefined) throw new TypeError(`no register has a step ${sent.type}`);
    // The step was found under its register: its command is one of that register's.
    const keep = this.#registers[found.kind] as (sent: Sent) => Promise<CommandOutcome>;
    return keep(sent);
  }
}
