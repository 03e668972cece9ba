import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CaseCommands, CommandOutcome, SentCaseCommand } from '@duban/application';
import { StepCommand } from '../bus/step-command.ts';
import { CASE_COMMANDS } from '../ports/ports.ts';

/** A step on a case: the name of the step is a value, since all of them are decided in the same way. */
export class SendCaseCommand extends StepCommand {
  readonly caseId: string;
  readonly sent: SentCaseCommand;

  constructor(caseId: string, sent: SentCaseCommand) {
    super();
    this.caseId = caseId;
    this.sent = sent;
  }

  get type(): string {
    return this.sent.type;
  }
}

@CommandHandler(SendCaseCommand)
export class SendCaseCommandHandler implements ICommandHandler<SendCaseCommand> {
  readonly #cases: CaseCommands;

  constructor(@Inject(CASE_COMMANDS) cases: CaseCommands) {
    this.#cases = cases;
  }

  execute({ caseId, sent }: SendCaseCommand): Promise<CommandOutcome> {
    return this.#cases(caseId, sent);
  }
}
