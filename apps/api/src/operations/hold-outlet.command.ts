import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandOutcome, OutletCommands } from '@duban/application';
import { ProblemError } from '@duban/nest';
import { StepCommand } from '../bus/step-command.ts';
import type { OfficeOutlets } from '../composition/office-outlets.ts';
import { OUTLETS } from '../ports/ports.ts';

type Sent = Parameters<OutletCommands>[0];

/** Holds an outlet back, or lets it go on. */
export class HoldOutlet extends StepCommand {
  readonly sent: Sent;

  constructor(sent: Sent) {
    super();
    this.sent = sent;
  }

  get type(): string {
    return this.sent.type;
  }
}

@CommandHandler(HoldOutlet)
export class HoldOutletHandler implements ICommandHandler<HoldOutlet> {
  readonly #outlets: OfficeOutlets;

  constructor(@Inject(OUTLETS) outlets: OfficeOutlets) {
    this.#outlets = outlets;
  }

  /** @throws ProblemError `not-found` for an outlet that this installation does not have */
  async execute({ sent }: HoldOutlet): Promise<CommandOutcome> {
    if (!this.#outlets.names.includes(sent.data.outlet)) throw new ProblemError('not-found');
    return this.#outlets.send(sent);
  }
}
