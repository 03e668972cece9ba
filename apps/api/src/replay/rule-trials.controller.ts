import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { RuleTrial } from '@duban/contracts';
import { addCalendarDays } from '@duban/domain';
import { Asker, invalid, ReadsWhole, type Principal } from '@duban/nest';
import { RuleTrialDto } from './replay.dto.ts';
import { TryRules } from './try-rules.query.ts';

const LONGEST_DAYS = 1_096;

const checkPeriod = ({ from, to }: RuleTrialDto): void => {
  if (from > to) throw invalid('/from', 'range.backwards', 'from is later than to');
  if (addCalendarDays(from, LONGEST_DAYS) < to)
    throw invalid('/to', 'range.too-long', 'the period is longer than three years');
};

/** "Try a rule before adopting it": a period lived through again under a draft. Nothing is written. */
@ApiTags('replay')
@Controller('v1/rule-trials')
export class RuleTrialsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Post()
  @ReadsWhole('board')
  @HttpCode(200)
  async run(@Body() trial: RuleTrialDto, @Asker() asker: Principal): Promise<RuleTrial> {
    checkPeriod(trial);
    return this.#bus.execute(new TryRules({ trial, asker }));
  }
}
