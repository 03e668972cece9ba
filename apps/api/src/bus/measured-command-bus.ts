import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { METRICS, type Metrics } from '@duban/nest';
import { StepCommand } from './step-command.ts';

/** The bus that every write goes over. Steps are counted and timed, by their name and by what became of them. */
@Injectable()
export class MeasuredCommandBus extends CommandBus {
  readonly #metrics: Metrics;

  constructor(moduleRef: ModuleRef, @Inject(METRICS) metrics: Metrics) {
    super(moduleRef);
    this.#metrics = metrics;
  }

  override async execute<Result>(command: Command<Result>): Promise<Result> {
    if (!(command instanceof StepCommand)) return super.execute(command);
    const started = performance.now();
    const answer = await super.execute(command);
    this.#metrics.command(command.type, answer.outcome, (performance.now() - started) / 1_000);
    return answer as Result;
  }
}
