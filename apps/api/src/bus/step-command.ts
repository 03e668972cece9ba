import { Command } from '@nestjs/cqrs';
import type { CommandOutcome } from '@duban/application';

/** A step that somebody takes, on its way to whoever decides it; measured by its name. */
export abstract class StepCommand extends Command<CommandOutcome> {
  /** The name of the step, as the register of commands has it. */
  abstract readonly type: string;
}
