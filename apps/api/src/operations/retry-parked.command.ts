import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProblemError } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { READ_STORE } from '../ports/ports.ts';

type Retried = { readonly asked: string };

/** Plays a parked case again. */
export class RetryParked extends Command<Retried> {
  readonly stream: string;

  constructor(stream: string) {
    super();
    this.stream = stream;
  }
}

@CommandHandler(RetryParked)
export class RetryParkedHandler implements ICommandHandler<RetryParked> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  /** @throws ProblemError `not-found` for a case that is not parked */
  async execute({ stream }: RetryParked): Promise<Retried> {
    if (!this.#read.parked().some((parked) => parked.stream === stream)) throw new ProblemError('not-found');
    this.#read.retry(stream);
    return { asked: stream };
  }
}
