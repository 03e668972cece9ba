import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandOutcome } from '@duban/application';
import { OFFICE, type Office } from '../office/office.ts';

/** A command on its way to the office; `send` names the desk that takes it. */
export class SendCommand extends Command<CommandOutcome> {
  readonly name: string;
  readonly send: (office: Office) => Promise<CommandOutcome>;

  constructor(name: string, send: (office: Office) => Promise<CommandOutcome>) {
    super();
    this.name = name;
    this.send = send;
  }
}

/** The ten-line shell around the application's own handlers (architecture.md section 4). */
@CommandHandler(SendCommand)
export class SendCommandHandler implements ICommandHandler<SendCommand> {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  async execute({ name, send }: SendCommand): Promise<CommandOutcome> {
    const started = performance.now();
    const outcome = await send(this.#office);
    this.#office.metrics.command(name, outcome.outcome, (performance.now() - started) / 1_000);
    return outcome;
  }
}
